package dev.canvelete.cli.rows;

import dev.canvelete.api.render.Warning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of the rows, and remembers enough to explain it, whatever their number. Not thread-safe. */
public final class RowReport {
    /** The most failures that are named. */
    public static final int MOST_NAMED = 20;

    private static final int MOST_WARNINGS = 50;

    private final Map<RowOutcome.Status, Long> counts = new EnumMap<>(RowOutcome.Status.class);
    private final List<RowOutcome> failures = new ArrayList<>();
    private final Map<Warning, Long> warnings = new LinkedHashMap<>();

    void add(RowOutcome outcome) {
        counts.merge(outcome.status(), 1L, Long::sum);
        if (outcome.status() == RowOutcome.Status.FAILED && failures.size() < MOST_NAMED) {
            failures.add(outcome);
        }
        for (Warning warning : outcome.warnings()) {
            if (warnings.containsKey(warning) || warnings.size() < MOST_WARNINGS) {
                warnings.merge(warning, 1L, Long::sum);
            }
        }
    }

    /** How many rows ended so. */
    public long count(RowOutcome.Status status) {
        return counts.getOrDefault(status, 0L);
    }

    /** How many rows there were. */
    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first rows that failed, in their order. */
    public List<RowOutcome> failures() {
        return failures;
    }

    /** The first different warnings, each with the number of rows that gave it. */
    public Map<Warning, Long> warnings() {
        return warnings;
    }
}
