package dev.canvelete.benchmarks.queue;

import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.benchmarks.work.Job;
import dev.canvelete.server.engine.Engines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What one render costs in milliseconds of processor time, in turns of both ways.
 *
 * @param before how many renders came before, which are not in these
 * @param turns at least one, all of the same number of renders
 */
public record ServiceCost(int before, List<Turn> turns) {
    private static final int LEAST_TURNS = 5;
    private static final int MOST_TURNS = 30;

    /** Of how many batches a turn is rather than be one of few, so that its beginning and its end hardly count. */
    private static final int TURN_BATCHES = 20;

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

    /** The median of each over all turns, which a turn that was disturbed does not move. */
    public Turn median() {
        return new Turn(quantile(0.5, Turn::service), quantile(0.5, Turn::engine));
    }

    /**
     * The share that a part of all turns does not exceed.
     *
     * @param part 0..1: 0.5 for the median
     */
    public double share(double part) {
        return quantile(part, Turn::share);
    }

    private double quantile(double part, ToDoubleFunction<Turn> figure) {
        double[] figures = turns.stream().mapToDouble(figure).sorted().toArray();
        return figures[(int) Math.rint(part * (figures.length - 1))];
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
        int turns = Math.min(batches, Math.clamp(batches / TURN_BATCHES, LEAST_TURNS, MOST_TURNS));
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
