package dev.canvelete.server.billing;

import dev.canvelete.api.plan.Plan;
import java.math.BigDecimal;

/** Prices in US dollars. The real service's are not public; these are our own. */
final class PriceList {
    static final String CURRENCY = "USD";

    private PriceList() {}

    /** A month of a plan. */
    static BigDecimal month(Plan plan) {
        return switch (plan) {
            case FREE -> BigDecimal.ZERO;
            case INDIVIDUAL -> new BigDecimal("15.00");
            case TEAMS -> new BigDecimal("49.00");
            case ENTERPRISE -> new BigDecimal("499.00");
        };
    }

    /** That many credits, a cent each. */
    static BigDecimal credits(int count) {
        return BigDecimal.valueOf(count, 2);
    }

    /** How many seats a plan includes. */
    static int seats(Plan plan) {
        return switch (plan) {
            case FREE, INDIVIDUAL -> 1;
            case TEAMS -> 5;
            case ENTERPRISE -> 25;
        };
    }
}
