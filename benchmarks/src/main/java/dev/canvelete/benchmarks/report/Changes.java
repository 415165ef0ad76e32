package dev.canvelete.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What changed since an earlier report: by ratios, which hold on a busy machine and on another one, and by sizes. */
public final class Changes {
    /** Smaller differences are noise. */
    private static final double NOTICED = 0.1;

    private static final double NOTICED_BYTES = 0.01;

    private Changes() {}

    /** A sentence for each job that got slower or larger. */
    public static List<String> worse(Report earlier, Report now) {
        List<String> worse = new ArrayList<>();
        for (Line line : now.lines()) {
            earlier.lines().stream()
                    .filter(old -> old.job().equals(line.job()))
                    .findFirst()
                    .ifPresent(old -> compare(old, line, worse));
        }
        return worse;
    }

    private static void compare(Line old, Line line, List<String> worse) {
        if (line.ratio() < old.ratio() * (1 - NOTICED)) {
            worse.add(String.format(
                    Locale.ROOT,
                    "%s is slower: %.1f times the plain way, it was %.1f times",
                    line.title(),
                    line.ratio(),
                    old.ratio()));
        }
        if (line.bytes() > old.bytes() * (1 + NOTICED_BYTES)) {
            worse.add(String.format(
                    Locale.ROOT, "%s is larger: %,d bytes, it was %,d", line.title(), line.bytes(), old.bytes()));
        }
    }
}
