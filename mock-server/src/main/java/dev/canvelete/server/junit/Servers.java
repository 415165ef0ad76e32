package dev.canvelete.server.junit;

import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Servers that end with the JVM. Thread-safe. */
final class Servers {
    private static @Nullable Lease shared;

    private Servers() {}

    /** The one that all extensions share which ask for nothing special. */
    static synchronized Lease shared(ServerOptions options) {
        Lease lease = shared;
        if (lease == null) {
            lease = new Lease(options, true);
            shared = lease;
        }
        return lease;
    }

    static Lease own(ServerOptions options) {
        return new Lease(options, false);
    }

    /** A server that may still be starting. */
    static final class Lease {
        private final boolean shared;
        private final FutureTask<MockServer> starting;

        private Lease(ServerOptions options, boolean shared) {
            this.shared = shared;
            this.starting = new FutureTask<>(() -> MockServer.start(options));
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "canvelete-mock-end"));
            Thread.ofPlatform().daemon().name("canvelete-mock-start").start(starting);
        }

        boolean shared() {
            return shared;
        }

        /**
         * The server, once it has started.
         *
         * @throws IllegalArgumentException as {@link MockServer#start}
         * @throws dev.canvelete.api.design.DesignException as {@link MockServer#start}
         * @throws IllegalStateException as {@link MockServer#start}, and if the thread is interrupted while it waits
         */
        MockServer get() {
            try {
                return starting.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException refused) {
                    throw refused;
                }
                throw new IllegalStateException("the server did not start", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the server started", e);
            }
        }

        /** Also one that nobody waited for, as it may have a folder to remove. */
        private void end() {
            try {
                get().close();
            } catch (RuntimeException e) {
                // It never started; whoever asked for it has been told.
            }
        }
    }
}
