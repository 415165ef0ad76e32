package dev.canvelete.benchmarks.queue;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.server.engine.Engines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one render costs in milliseconds of processor time, in turns of both ways.
 *
 * @param before how many renders came before, which are not in these
 * @param turns at least one, all of the same number of renders
 */
public record ServiceCost(int before, List<Turn> turns) {
    private static final int MOST_TURNS = 5;

    /**
     * The same renders both ways, shortly after one another.
     *
     * @param service through HTTP, queue, workers and store, in the server's process
     * @param engine for the engine alone and its files, on as many threads of another process as the server has workers
     */
    public record Turn(double service, double engine) {
        /** How much of the engine's own throughput the service reaches, 1 being all. */
        public double share() {
            return engine / service;
        }
    }

    /** The mean of all turns. */
    public Turn mean() {
        return new Turn(
                turns.stream().mapToDouble(Turn::service).average().orElseThrow(),
                turns.stream().mapToDouble(Turn::engine).average().orElseThrow());
    }

    /**
     * Measures both in turns.
     *
     * @param renders rounded up to turns of whole batches
     * @param warmUp how many times as many come before and do not count; 0 for none
     * @param database PostgreSQL's JDBC URL; empty for a file of H2
     * @throws IllegalArgumentException if there are fewer than 1 renders, or fewer than none to warm up
     * @throws IllegalStateException if a render is lost, doubled or does not complete
     */
    public static ServiceCost measure(int renders, int warmUp, String engine, Job job, Optional<String> database)
            throws Exception {
        if (renders < 1) {
            throw new IllegalArgumentException("renders: at least 1 is right, not " + renders);
        }
        if (warmUp < 0) {
            throw new IllegalArgumentException("warm-up: at least 0 is right, not " + warmUp);
        }
        int batch = BatchLoad.batch(job);
        int batches = Math.ceilDiv(renders, batch);
        int turns = Math.min(MOST_TURNS, batches);
        int turn = Math.ceilDiv(batches, turns) * batch;
        List<Turn> counted = new ArrayList<>();
        try (RenderEngine bare = Engines.create(engine, EngineSettings.standard());
                ServerProcess server = ServerProcess.start(engine, database);
                BatchLoad load = new BatchLoad(server.address(), job);
                BareLoad alone = BareLoad.of(bare, job)) {
            for (int i = 0; i < (1 + warmUp) * turns; i++) {
                Duration before = server.processorTime();
                load.run(i * turn, (i + 1) * turn);
                Duration served = server.processorTime().minus(before);
                Duration drawn = alone.run(i * turn, (i + 1) * turn);
                if (i >= warmUp * turns) {
                    counted.add(new Turn(served.toNanos() / 1e6 / turn, drawn.toNanos() / 1e6 / turn));
                }
            }
        }
        return new ServiceCost(warmUp * turns * turn, counted);
    }
}
