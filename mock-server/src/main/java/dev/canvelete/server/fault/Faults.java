package dev.canvelete.server.fault;

import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.id.IdSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The scenarios that are in force. The one that was added first and strikes, strikes alone. Thread-safe. */
public final class Faults {
    /** The most scenarios at a time. */
    public static final int MOST_SCENARIOS = 10_000;

    private final IdSource ids;
    private final WorldClocks clocks;
    private final List<RunningScenario> running = new CopyOnWriteArrayList<>();

    public Faults(IdSource ids, WorldClocks clocks) {
        this.ids = ids;
        this.clocks = clocks;
    }

    /**
     * Puts a scenario in force.
     *
     * @return its id
     * @throws IllegalStateException if there are {@value #MOST_SCENARIOS} already
     */
    public String add(Scenario scenario) {
        if (running.size() >= MOST_SCENARIOS) {
            throw new IllegalStateException("at most " + MOST_SCENARIOS + " scenarios can be in force; reset them");
        }
        RunningScenario added = new RunningScenario(ids.next("fault"), scenario);
        running.add(added);
        return added.id();
    }

    /**
     * The scenarios in force, in the order in which they were added.
     *
     * @param account only those for it or for all; null for every one
     */
    public List<ScenarioState> list(@Nullable String account) {
        return running.stream()
                .filter(scenario -> account == null || scenario.concerns(account))
                .map(scenario -> scenario.state(clocks.now(scenario.world())))
                .toList();
    }

    /** Takes a scenario back; false if it is not there. */
    public boolean remove(String id) {
        return running.removeIf(scenario -> scenario.id().equals(id));
    }

    /** Takes every scenario back that is for that account alone; null for all scenarios. */
    public void clear(@Nullable String account) {
        running.removeIf(scenario -> account == null || scenario.belongsTo(account));
    }

    /** A fault's kind, as JSON names it. */
    public static String kind(Fault fault) {
        return StrictJson.write(fault).path("kind").asText();
    }

    /** Whether nothing can go wrong, which is the quick answer for a server without faults. */
    public boolean none() {
        return running.isEmpty();
    }

    /** What strikes something of that account; null for what belongs to no account. */
    <F extends Fault> Optional<Strike<F>> strike(
            Class<F> kind, @Nullable String account, Predicate<F> matches, String likeness) {
        for (RunningScenario scenario : running) {
            if (scenario.concerns(account)) {
                Optional<Strike<F>> strike = scenario.next(kind, matches, likeness, clocks.now(scenario.world()));
                if (strike.isPresent()) {
                    return strike;
                }
            }
        }
        return Optional.empty();
    }
}
