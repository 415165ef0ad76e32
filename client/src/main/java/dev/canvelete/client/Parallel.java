package dev.canvelete.client;

import dev.canvelete.client.error.CallInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Runs tasks on other threads, a bounded number at a time. */
final class Parallel {
    private static final String INTERRUPTED = "interrupted while batches went on";

    private Parallel() {}

    /**
     * The tasks' results, in the tasks' order. The first failure is thrown as it is and interrupts what still runs; so
     * does an interrupt of the calling thread.
     */
    static <T> List<T> inOrder(ExecutorService threads, int bound, List<Callable<T>> tasks) {
        ExecutorCompletionService<T> running = new ExecutorCompletionService<>(threads);
        List<Future<T>> futures = new ArrayList<>(tasks.size());
        try {
            for (Callable<T> task : tasks) {
                if (futures.size() >= bound) {
                    running.take().get();
                }
                futures.add(running.submit(task));
            }
            for (int left = Math.min(bound, tasks.size()); left > 0; left--) {
                running.take().get();
            }
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } catch (ExecutionException e) {
            throw unchecked(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(INTERRUPTED, e);
        } finally {
            futures.forEach(f -> f.cancel(true));
        }
    }

    /** A task's result as soon as it is there; its failure is thrown as it is. */
    static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw unchecked(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(INTERRUPTED, e);
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
