package dev.canvelete.server.account;

import dev.canvelete.api.plan.Plan;

/**
 * Whoever holds a key.
 *
 * @param id what the account's designs and batches are stored under
 */
public record Account(String id, Plan plan) {}
