package dev.canvelete.benchmarks.queue;

import dev.canvelete.benchmarks.work.Job;
import java.util.Locale;
import java.util.Optional;

/**
 * What a render costs through the service beside what its engine alone costs, as processor time, which hardly depends on
 * what else the machine does.
 *
 * <pre>{@code QueueBenchmark [RENDERS [ENGINE [JOB [JDBC-URL]]]]}</pre>
 *
 * <p>Unless said: 10000 renders, the {@code placeholder} engine, BADGE_PNG, a file of H2. As many renders come before to
 * warm up. PostgreSQL's own processes are not counted. With an engine that draws, its share is how much of its own
 * throughput the service reaches on the same processors.
 */
public final class QueueBenchmark {
    private QueueBenchmark() {}

    /** Measures, and prints three lines. */
    public static void main(String[] args) throws Exception {
        int renders = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        String engine = args.length > 1 ? args[1] : "placeholder";
        Job job = args.length > 2 ? Job.valueOf(args[2].toUpperCase(Locale.ROOT)) : Job.BADGE_PNG;
        Optional<String> database = args.length > 3 ? Optional.of(args[3]) : Optional.empty();
        ServiceCost cost = ServiceCost.measure(renders, engine, job, database);
        System.out.printf(
                Locale.ROOT,
                """
                %s, %d renders by the engine %s on %s
                through the service %.3f ms of processor time each, by the engine alone %.3f ms
                so the service itself takes %.3f ms, and the engine's share is %.0f %%
                """,
                job.title(),
                renders,
                engine,
                database.isPresent() ? "PostgreSQL" : "H2",
                cost.service(),
                cost.engine(),
                cost.service() - cost.engine(),
                100 * cost.engine() / cost.service());
    }
}
