package dev.canvelete.server.account;

import dev.canvelete.api.plan.Plan;

/**
 * Whoever holds a key.
 *
 * @param id what the account's designs and batches are stored under
 */
public record Account(String id, Plan plan) {
    /** Whoever has no key, and sees only what everybody sees. */
    public static final Account NOBODY = new Account("nobody", Plan.FREE);
}
