package dev.canvelete.server.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.account.Accounts;
import dev.canvelete.server.billing.Subscriptions;
import dev.canvelete.server.design.DesignService;
import dev.canvelete.server.error.Refusal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes worlds, and finds them by id or key. Thread-safe. */
public final class Worlds {
    private final Accounts accounts;
    private final Subscriptions subscriptions;
    private final DesignService designs;
    private final Consumer<Design> seeding;

    /** @param seeding stores a design that every account sees */
    public Worlds(Accounts accounts, Subscriptions subscriptions, DesignService designs, Consumer<Design> seeding) {
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.designs = designs;
        this.seeding = seeding;
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
        subscriptions.changePlan(world, plan);
    }

    /**
     * Stores a design in a world alone.
     *
     * @param world null for a design that every world sees, which keeps its own id and replaces an earlier one
     * @return the design's id
     * @throws dev.canvelete.server.error.Refusal naming every field that is wrong
     */
    public String addDesign(@Nullable String world, ObjectNode design) {
        if (world != null) {
            return designs.create(world, design).id();
        }
        try {
            Design seeded = Design.of(design);
            if (seeded.id() == null) {
                throw Refusal.invalid("id", "a design that every world sees needs an id");
            }
            seeding.accept(seeded);
            return seeded.id();
        } catch (DesignException e) {
            throw Refusal.invalid(e.faults());
        }
    }

    /** Closes one that has nothing any longer. */
    void remove(String world) {
        if (!accounts.remove(world)) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "World not found");
        }
    }

    /**
     * The id of a world that is named by its id or by one of its keys; null for null.
     *
     * @throws Refusal if there is no such world
     */
    @Nullable String existing(@Nullable String idOrKey) {
        String world = named(idOrKey);
        if (world != null && !accounts.exists(world)) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "World not found");
        }
        return world;
    }

    /**
     * The id of a world that is named by its id or by one of its keys; null for null.
     *
     * @throws Refusal if it has control characters
     */
    public @Nullable String named(@Nullable String idOrKey) {
        if (idOrKey == null) {
            return null;
        }
        if (idOrKey.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("world", "the id of a world or one of its keys is right");
        }
        return accounts.holder(idOrKey).map(holder -> holder.account().id()).orElse(idOrKey);
    }
}
