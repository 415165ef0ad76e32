package dev.canvelete.benchmarks.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Medians of several starts, each of a JVM of its own.
 *
 * @param nothing of a JVM that does nothing
 * @param started of a server, up to the return of its start
 * @param answered of a server, up to the answer to a first batch
 */
public record Starts(Cost nothing, Cost started, Cost answered) {
    /**
     * Measures.
     *
     * @param count of starts of each kind, at least 1
     * @param options of the JVMs, such as {@code -XX:TieredStopAtLevel=1}
     */
    public static Starts measure(int count, List<String> options) throws IOException {
        List<Cost> nothing = new ArrayList<>();
        List<Cost> started = new ArrayList<>();
        List<Cost> answered = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nothing.addAll(run(options, FreshJvm.NOTHING, List.of(FreshJvm.DONE)));
            List<Cost> server = run(options, FreshJvm.SERVER, List.of(FreshJvm.STARTED, FreshJvm.DONE));
            started.add(server.getFirst());
            answered.add(server.getLast());
        }
        return new Starts(median(nothing), median(started), median(answered));
    }

    /** What each of those things that the JVM says, in that order, had cost by then. */
    private static List<Cost> run(List<String> options, String work, List<String> said) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FreshJvm.class.getName(), work));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            List<Cost> costs = new ArrayList<>();
            for (String what : said) {
                Duration processorTime = Duration.parse(next(out, what));
                costs.add(new Cost(Duration.ofNanos(System.nanoTime() - start), processorTime));
            }
            return costs;
        } finally {
            process.destroy();
        }
    }

    private static String next(BufferedReader out, String what) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(what)) {
                return line.substring(what.length());
            }
        }
        throw new IllegalStateException("the JVM ended before it was done");
    }

    private static Cost median(List<Cost> costs) {
        return new Cost(median(costs, Cost::elapsed), median(costs, Cost::processorTime));
    }

    private static Duration median(List<Cost> costs, Function<Cost, Duration> part) {
        return costs.stream().map(part).sorted().toList().get(costs.size() / 2);
    }

    /**
     * What a start costs.
     *
     * @param elapsed since the process was asked for
     * @param processorTime of all its threads, with compiling and collecting garbage
     */
    public record Cost(Duration elapsed, Duration processorTime) {}
}
