package dev.canvelete.benchmarks.queue;

import static java.util.stream.Collectors.toList;

import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.benchmarks.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The same records without the service, as whoever uses the engine in a program of their own would do it: the design is
 * prepared once, and each record's file written to a folder, on as many threads as the server has workers. For one thread.
 */
final class BareLoad implements AutoCloseable {
    /** How many batches' records are in memory at once. */
    private static final int AT_ONCE = 20;

    private final PreparedDesign design;
    private final Job job;
    private final Path folder;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(threads);

    private BareLoad(PreparedDesign design, Job job, Path folder) {
        this.design = design;
        this.job = job;
        this.folder = folder;
    }

    static BareLoad of(RenderEngine engine, Job job) throws IOException, RenderException {
        return new BareLoad(
                engine.prepare(job.design(), RenderOptions.of(job.format())),
                job,
                Files.createTempDirectory("canvelete-benchmark"));
    }

    /** Draws the records from {@code first} to before {@code end}; the processor time that this process took for it. */
    Duration run(int first, int end) throws InterruptedException, ExecutionException {
        Duration took = Duration.ZERO;
        int most = AT_ONCE * BatchLoad.batch(job);
        for (int from = first; from < end; from += most) {
            List<Callable<Void>> parts = parts(from, Math.min(end, from + most));
            Duration before = ServerProcess.processorTime(ProcessHandle.current());
            for (Future<Void> part : workers.invokeAll(parts)) {
                part.get();
            }
            took = took.plus(
                    ServerProcess.processorTime(ProcessHandle.current()).minus(before));
        }
        return took;
    }

    private List<Callable<Void>> parts(int first, int end) {
        List<Map<Path, RenderRecord>> parts =
                Stream.generate(HashMap<Path, RenderRecord>::new).limit(threads).collect(toList());
        for (int i = first; i < end; i++) {
            parts.get(i % threads)
                    .put(
                            folder.resolve(i + "." + job.format().extension()),
                            RenderRecord.of(BatchLoad.record(job, i), null));
        }
        return parts.stream().<Callable<Void>>map(part -> () -> draw(part)).toList();
    }

    private @Nullable Void draw(Map<Path, RenderRecord> records) throws IOException, RenderException {
        for (Map.Entry<Path, RenderRecord> record : records.entrySet()) {
            Files.write(record.getKey(), design.render(record.getValue()).bytes());
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        ServerProcess.delete(folder);
    }
}
