package dev.canvelete.cli.console;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets long work end in good order when the process is told to end. */
@FunctionalInterface
public interface Interrupts {
    /**
     * Does the work; when the process is told to end meanwhile, runs {@code stop} on another thread and gives the work
     * time to come to its end.
     */
    <T> T during(Callable<T> work, Runnable stop) throws Exception;

    /** Those of the process: Ctrl-C and SIGTERM. Work that does not end within ten seconds is cut off. */
    static Interrupts ofTheProcess() {
        return Interrupts::untilTheProcessEnds;
    }

    private static <T> T untilTheProcessEnds(Callable<T> work, Runnable stop) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    stop.run();
                    await(done);
                },
                "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            done.countDown();
            remove(hook);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(10, TimeUnit.SECONDS)) {
                System.err.println("canvelete: cut off in the middle of its work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is what it waits for.
        }
    }
}
