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
 * @param server of a server up to the answer to a first batch
 * @param nothing of a JVM that does nothing
 */
public record Starts(Cost server, Cost nothing) {
    /**
     * Measures.
     *
     * @param count of starts of each kind, at least 1
     * @param options of the JVMs, such as {@code -XX:TieredStopAtLevel=1}
     */
    public static Starts measure(int count, List<String> options) throws IOException {
        List<Cost> server = new ArrayList<>();
        List<Cost> nothing = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nothing.add(run(options, FreshJvm.NOTHING));
            server.add(run(options, FreshJvm.SERVER));
        }
        return new Starts(median(server), median(nothing));
    }

    private static Cost run(List<String> options, String work) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FreshJvm.class.getName(), work));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(FreshJvm.DONE)) {
                    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
                    return new Cost(elapsed, Duration.parse(line.substring(FreshJvm.DONE.length())));
                }
            }
            throw new IllegalStateException("the JVM ended before it was done");
        } finally {
            process.destroy();
        }
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
