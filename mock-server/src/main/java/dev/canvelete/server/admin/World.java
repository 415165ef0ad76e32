package dev.canvelete.server.admin;

import dev.canvelete.api.plan.Plan;

/**
 * An account of its own, which nothing that others do touches: its designs, batches, limits, faults, and journal.
 *
 * @param id the account's
 * @param apiKey opens it
 */
public record World(String id, String apiKey, Plan plan) {
    /** Says nothing of the key, so that no log does. */
    @Override
    public String toString() {
        return "World[" + id + ", " + plan + "]";
    }
}
