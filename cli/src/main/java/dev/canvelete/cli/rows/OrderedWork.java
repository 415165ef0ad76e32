package dev.canvelete.cli.rows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does any number of tasks on a few threads and hands over their results in the tasks' order. Tasks are taken only as
 * fast as results are handed over, so that memory stays flat.
 */
final class OrderedWork {
    /** Tasks under way or waiting, for each thread, so that a slow one does not leave the other threads idle. */
    private static final int AHEAD = 8;

    private final int threads;
    private final BooleanSupplier stop;

    /** @param stop whether no further task is to be begun; what was begun is still handed over */
    OrderedWork(int threads, BooleanSupplier stop) {
        this.threads = threads;
        this.stop = stop;
    }

    /**
     * Does the work.
     *
     * @param tasks asked on the calling thread; null after the last one
     * @param each takes the results on the calling thread, and says whether to go on
     */
    <T> void run(Supplier<@Nullable Callable<T>> tasks, Predicate<T> each) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "render");
            thread.setDaemon(true);
            return thread;
        });
        try {
            work(pool, tasks, each);
        } finally {
            pool.shutdownNow();
            pool.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private <T> void work(ExecutorService pool, Supplier<@Nullable Callable<T>> tasks, Predicate<T> each)
            throws InterruptedException {
        Deque<Future<T>> begun = new ArrayDeque<>();
        boolean more = true;
        while (true) {
            Callable<T> task = more && !stop.getAsBoolean() ? tasks.get() : null;
            more = task != null;
            if (task != null) {
                begun.addLast(pool.submit(task));
            }
            if (begun.isEmpty()) {
                return;
            }
            if ((task == null || begun.size() >= threads * AHEAD) && !each.test(result(begun.removeFirst()))) {
                return;
            }
        }
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
        }
    }
}
