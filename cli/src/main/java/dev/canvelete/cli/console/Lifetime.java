package dev.canvelete.cli.console;

import java.util.concurrent.CountDownLatch;

/** How long a server runs. */
@FunctionalInterface
public interface Lifetime {
    /** Returns, or ends the process, when the server is to end, having closed it. */
    void run(AutoCloseable server) throws Exception;

    /** Until the process is told to end; it then closes the server before it does. */
    static Lifetime ofTheProcess() {
        return server -> {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "shutdown"));
            new CountDownLatch(1).await();
        };
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("canvelete: the server did not end well: " + e.getMessage());
        }
    }
}
