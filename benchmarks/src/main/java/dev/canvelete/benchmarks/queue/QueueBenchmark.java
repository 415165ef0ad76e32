package dev.canvelete.benchmarks.queue;

import dev.canvelete.benchmarks.work.Job;
import java.util.Locale;
import java.util.Optional;

/**
 * What a render costs through the service and what its engine alone costs, as processor time, which hardly depends on
 * what else the machine does.
 *
 * <pre>{@code QueueBenchmark [RENDERS [ENGINE [JOB|all [WARM-UP [JDBC-URL]]]]]}</pre>
 *
 * <p>Unless said: 10000 renders, the {@code placeholder} engine, BADGE_PNG, twice as many before to warm up, a file of H2.
 * Among all jobs, those whose records have a photo make a fortieth as many, since each takes so much longer.
 *
 * <p>Through the service means: a server process of its own is sent batches of 100 over HTTP, four at a time, and asked
 * for each until it has ended; every render must come back once. All processor time of that process counts, with
 * collecting garbage and compiling. PostgreSQL's own processes are not counted. Alone means what a program of one's own
 * would do: prepare the design once, draw each record, write each file to a folder, on as many threads as the server has
 * workers. Both take turns, of 20 batches if there are enough, 30 at most, and what comes before does not count. A
 * server's compiler is busy for its first 60000 renders; what it costs once it has run for long, only a longer warm-up
 * tells.
 *
 * <p>The engine's share is how much of its own throughput the service reaches on the same processors. All that the service
 * does beside drawing costs about the same for every record but one that brings a photo, which is received, stored and
 * digested with it.
 */
public final class QueueBenchmark {
    private static final int PHOTO_SHARE = 40;

    private QueueBenchmark() {}

    /** Measures, and prints a few lines for each job. */
    public static void main(String[] args) throws Exception {
        int renders = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        String engine = args.length > 1 ? args[1] : "placeholder";
        String job = args.length > 2 ? args[2].toUpperCase(Locale.ROOT) : Job.BADGE_PNG.name();
        int warmUp = args.length > 3 ? Integer.parseInt(args[3]) : 2;
        Optional<String> database = args.length > 4 ? Optional.of(args[4]) : Optional.empty();
        if (!job.equals("ALL")) {
            measure(renders, warmUp, engine, Job.valueOf(job), database);
            return;
        }
        for (Job one : Job.values()) {
            measure(one.hasPhoto() ? Math.ceilDiv(renders, PHOTO_SHARE) : renders, warmUp, engine, one, database);
        }
    }

    private static void measure(int renders, int warmUp, String engine, Job job, Optional<String> database)
            throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%s, %d renders by the engine %s on %s%n",
                job.title(),
                renders,
                engine,
                database.isPresent() ? "PostgreSQL" : "H2");
        print(ServiceCost.measure(renders, warmUp, engine, job, database));
    }

    private static void print(ServiceCost cost) {
        ServiceCost.Turn median = cost.median();
        System.out.printf(
                Locale.ROOT,
                """
                after %d renders that do not count, medians of %d turns
                through the service %.3f ms of processor time each, by the engine alone %.3f ms
                so the service itself takes %.3f ms, and the engine's share is %.0f %% (half of all turns: %.0f to %.0f)
                """,
                cost.before(),
                cost.turns().size(),
                median.service(),
                median.engine(),
                median.service() - median.engine(),
                100 * cost.share(0.5),
                100 * cost.share(0.25),
                100 * cost.share(0.75));
    }
}
