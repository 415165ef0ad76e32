package dev.canvelete.server.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Faults one after another.
 *
 * @param world the account whose requests, renders and webhooks it is for; null for all
 * @param seed decides all that is left to chance: with the same seed, the same requests meet the same faults
 * @param probability that a fault strikes what it matches, above 0, at most 1
 * @param steps at least one
 */
public record Scenario(@Nullable String world, long seed, double probability, List<Step> steps) {
    private static final int MOST_STEPS = 1000;

    /** @throws IllegalArgumentException saying what is wrong and what would be right */
    public Scenario {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("steps: 1 to " + MOST_STEPS + " are right, not " + steps.size());
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: above 0 and at most 1 is right, not " + probability);
        }
    }

    /** Those steps, for everybody, with certainty. */
    public static Scenario of(Step... steps) {
        return new Scenario(null, 0, 1, List.of(steps));
    }

    /** A fault without end, for everybody, with certainty. */
    public static Scenario always(Fault fault) {
        return of(Step.always(fault));
    }

    /** A fault that strikes that often and then no more. */
    public static Scenario times(int times, Fault fault) {
        return of(Step.times(times, fault));
    }

    /** The same for one account alone. */
    public Scenario in(@Nullable String account) {
        return new Scenario(account, seed, probability, steps);
    }

    /** The same with chance. */
    public Scenario withProbability(double chance, long chanceSeed) {
        return new Scenario(world, chanceSeed, chance, steps);
    }
}
