package dev.canvelete.server.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A scenario and how far it has come. Thread-safe. */
final class RunningScenario {
    private static final Duration WITHOUT_END = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final String id;
    private final Scenario scenario;
    private final Map<String, Integer> seen = new HashMap<>();
    private int current;
    private int strikesOfStep;
    private long strikes;
    private @Nullable Instant stepBegan;

    RunningScenario(String id, Scenario scenario) {
        this.id = id;
        this.scenario = scenario;
    }

    String id() {
        return id;
    }

    /** Whose clock says how long it lasts; null for the server's. */
    @Nullable String world() {
        return scenario.world();
    }

    boolean concerns(@Nullable String account) {
        return scenario.world() == null || scenario.world().equals(account);
    }

    boolean belongsTo(String account) {
        return account.equals(scenario.world());
    }

    /**
     * Strikes, or not. What is left to chance depends on the seed, on {@code likeness}, and on how often that was asked
     * before, so that the order in which unlike things come does not matter.
     */
    synchronized <F extends Fault> Optional<Strike<F>> next(
            Class<F> kind, Predicate<F> matches, String likeness, Instant now) {
        leaveWhatIsOver(now);
        if (current == scenario.steps().size()) {
            return Optional.empty();
        }
        Step step = scenario.steps().get(current);
        if (!kind.isInstance(step.fault()) || !matches.test(kind.cast(step.fault()))) {
            return Optional.empty();
        }
        SplittableRandom random = random(likeness);
        if (random.nextDouble() >= scenario.probability()) {
            return Optional.empty();
        }
        Duration left = count(step, now);
        return Optional.of(new Strike<>(id, kind.cast(step.fault()), random, left));
    }

    private void leaveWhatIsOver(Instant now) {
        while (current < scenario.steps().size()) {
            Duration lasting = scenario.steps().get(current).lasting();
            if (lasting == null || stepBegan == null || now.isBefore(stepBegan.plus(lasting))) {
                return;
            }
            nextStep();
        }
    }

    private Duration count(Step step, Instant now) {
        Instant began = stepBegan == null ? now : stepBegan;
        stepBegan = began;
        strikes++;
        strikesOfStep++;
        if (step.times() != null && strikesOfStep >= step.times()) {
            nextStep();
        }
        return step.lasting() == null ? WITHOUT_END : Duration.between(now, began.plus(step.lasting()));
    }

    private void nextStep() {
        current++;
        strikesOfStep = 0;
        stepBegan = null;
    }

    private SplittableRandom random(String likeness) {
        if (seen.size() >= MOST_REMEMBERED) {
            seen.clear();
        }
        int earlier = seen.merge(likeness, 1, Integer::sum) - 1;
        long seed = scenario.seed() * 0x9E3779B97F4A7C15L + likeness.hashCode() * 0xC2B2AE3D27D4EB4FL + earlier;
        return new SplittableRandom(seed);
    }

    synchronized ScenarioState state(Instant now) {
        leaveWhatIsOver(now);
        return new ScenarioState(
                id, scenario, current, strikes, current == scenario.steps().size());
    }
}
