package dev.canvelete.benchmarks.queue;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.server.engine.Engines;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one render costs in milliseconds of processor time.
 *
 * @param service through HTTP, queue, workers and store, in the server's process
 * @param engine for the engine alone, on one thread of another process
 */
public record ServiceCost(double service, double engine) {
    private static final int MOST_TURNS = 5;

    /**
     * Measures both in turns, after as many renders that do not count.
     *
     * @param renders rounded up to turns of whole batches
     * @param database PostgreSQL's JDBC URL; empty for a file of H2
     * @throws IllegalArgumentException if there are fewer than 1 renders
     * @throws IllegalStateException if a render is lost, doubled or does not complete
     */
    public static ServiceCost measure(int renders, String engine, Job job, Optional<String> database) throws Exception {
        if (renders < 1) {
            throw new IllegalArgumentException("renders: at least 1 is right, not " + renders);
        }
        int batches = Math.ceilDiv(renders, BatchLoad.BATCH);
        int turns = Math.min(MOST_TURNS, batches);
        int turn = Math.ceilDiv(batches, turns) * BatchLoad.BATCH;
        try (RenderEngine bare = Engines.create(engine, EngineSettings.standard());
                ServerProcess server = ServerProcess.start(engine, database);
                BatchLoad load = new BatchLoad(server.address(), job)) {
            PreparedDesign design = bare.prepare(job.design(), RenderOptions.of(job.format()));
            Duration through = Duration.ZERO;
            Duration alone = Duration.ZERO;
            for (int i = 0; i < 2 * turns; i++) {
                Duration before = server.processorTime();
                load.run(i * turn, (i + 1) * turn);
                Duration served = server.processorTime().minus(before);
                Duration drawn = draw(design, job, i * turn, (i + 1) * turn);
                if (i >= turns) {
                    through = through.plus(served);
                    alone = alone.plus(drawn);
                }
            }
            double counted = 1e6 * turns * turn;
            return new ServiceCost(through.toNanos() / counted, alone.toNanos() / counted);
        }
    }

    /** Draws some records and tells how much processor time this process took for it. */
    private static Duration draw(PreparedDesign design, Job job, int first, int end) throws RenderException {
        List<RenderRecord> records = IntStream.range(first, end)
                .mapToObj(i -> RenderRecord.of(BatchLoad.record(job, i), null))
                .toList();
        Duration before = ServerProcess.processorTime(ProcessHandle.current());
        for (RenderRecord record : records) {
            design.render(record);
        }
        return ServerProcess.processorTime(ProcessHandle.current()).minus(before);
    }
}
