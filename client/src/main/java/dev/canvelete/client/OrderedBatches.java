package dev.canvelete.client;

import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The results of any number of renders, in order. It takes requests only as fast as results are taken from it: no more
 * than a bounded number of batches is under way, so that memory stays flat. Not thread-safe.
 */
final class OrderedBatches implements Iterator<RenderResult>, AutoCloseable {
    private final Iterator<RenderRequest> requests;
    private final BatchRunner runner;
    private final ExecutorService threads;
    private final BatchOptions options;
    private final Deque<Future<List<RenderResult>>> underWay = new ArrayDeque<>();
    private Iterator<RenderResult> ready = List.<RenderResult>of().iterator();
    private int sent;

    OrderedBatches(
            Iterator<RenderRequest> requests, BatchRunner runner, ExecutorService threads, BatchOptions options) {
        this.requests = requests;
        this.runner = runner;
        this.threads = threads;
        this.options = options;
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext()) {
            fill();
            Future<List<RenderResult>> next = underWay.pollFirst();
            if (next == null) {
                return false;
            }
            ready = results(next).iterator();
        }
        return true;
    }

    private List<RenderResult> results(Future<List<RenderResult>> batch) {
        try {
            return Parallel.result(batch);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void fill() {
        while (underWay.size() < options.parallelism() && requests.hasNext()) {
            List<RenderRequest> part = new ArrayList<>(options.batchSize());
            while (part.size() < options.batchSize() && requests.hasNext()) {
                part.add(requests.next());
            }
            int offset = sent;
            sent += part.size();
            underWay.addLast(
                    threads.submit(() -> runner.part(part, offset, options).renders()));
        }
    }

    @Override
    public RenderResult next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the last result was taken");
        }
        return ready.next();
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        underWay.forEach(f -> f.cancel(true));
        underWay.clear();
    }
}
