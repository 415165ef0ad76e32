package dev.canvelete.benchmarks.start;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the first server of a JVM costs, up to the return of its start and up to the answer to a first batch, beside a JVM
 * that does nothing.
 *
 * <pre>{@code StartBenchmark [STARTS [JVM-OPTION...]]}</pre>
 *
 * <p>Unless said: 10 starts of each. They take turns. Processor time depends less on what else the machine does.
 */
public final class StartBenchmark {
    private StartBenchmark() {}

    /** Measures, and prints three lines. */
    public static void main(String[] args) throws IOException {
        int starts = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        List<String> options = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        Starts measured = Starts.measure(starts, options);
        print("an empty JVM", measured.nothing());
        print("a server that has started", measured.started());
        print("its first batch answered", measured.answered());
    }

    private static void print(String what, Starts.Cost cost) {
        System.out.printf(
                Locale.ROOT,
                "%-26s after %5d ms, with %5d ms of processor time%n",
                what,
                cost.elapsed().toMillis(),
                cost.processorTime().toMillis());
    }
}
