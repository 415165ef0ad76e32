package dev.canvelete.server.usage;

import dev.canvelete.api.plan.Plan;

/** What renders cost, and how much a plan includes. The real service's numbers are not public; these are our own. */
final class Credits {
    static final int PER_RENDER = 1;

    private Credits() {}

    /** How many credits a plan includes each month. */
    static int included(Plan plan) {
        return switch (plan) {
            case FREE -> 100;
            case INDIVIDUAL -> 2_000;
            case TEAMS -> 20_000;
            case ENTERPRISE -> 1_000_000;
        };
    }
}
