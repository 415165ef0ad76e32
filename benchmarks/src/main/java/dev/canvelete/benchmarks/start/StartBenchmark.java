package dev.canvelete.benchmarks.start;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the first server of a JVM costs, up to the answer to a first batch, beside a JVM that does nothing.
 *
 * <pre>{@code StartBenchmark [STARTS [JVM-OPTION...]]}</pre>
 *
 * <p>Unless said: 10 starts. The two take turns. Processor time depends less on what else the machine does.
 */
public final class StartBenchmark {
    private StartBenchmark() {}

    /** Measures, and prints two lines. */
    public static void main(String[] args) throws IOException {
        int starts = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        List<String> options = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        Starts measured = Starts.measure(starts, options);
        print("a server and a batch", measured.server());
        print("an empty JVM", measured.nothing());
    }

    private static void print(String what, Starts.Cost cost) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %5d ms until it is done, %5d ms of processor time%n",
                what,
                cost.elapsed().toMillis(),
                cost.processorTime().toMillis());
    }
}
