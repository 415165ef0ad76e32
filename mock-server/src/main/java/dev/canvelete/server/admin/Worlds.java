package dev.canvelete.server.admin;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.account.Accounts;
import org.jspecify.annotations.Nullable;

/** Makes worlds, and finds them by id or key. Thread-safe. */
public final class Worlds {
    private final Accounts accounts;

    public Worlds(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A fresh world. */
    public World create(Plan plan) {
        Accounts.IssuedKey issued = accounts.create(plan);
        return new World(issued.key().account(), issued.secret(), plan);
    }

    /**
     * Puts a world under another plan.
     *
     * @throws dev.canvelete.server.error.Refusal if there is none of that id
     */
    public void changePlan(String world, Plan plan) {
        accounts.changePlan(world, plan);
    }

    /** The id of a world that is named by its id or by one of its keys; null for null. */
    public @Nullable String named(@Nullable String idOrKey) {
        return idOrKey == null
                ? null
                : accounts.holder(idOrKey).map(holder -> holder.account().id()).orElse(idOrKey);
    }
}
