package dev.canvelete.server.junit;

import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import org.jspecify.annotations.Nullable;

/** Servers that start when they are first needed and end with the JVM. Thread-safe. */
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

    /** A server that may not have been started yet. */
    static final class Lease {
        private final ServerOptions options;
        private final boolean shared;
        private @Nullable MockServer server;

        private Lease(ServerOptions options, boolean shared) {
            this.options = options;
            this.shared = shared;
        }

        boolean shared() {
            return shared;
        }

        synchronized MockServer get() {
            MockServer running = server;
            if (running == null) {
                running = MockServer.start(options);
                server = running;
                Runtime.getRuntime().addShutdownHook(new Thread(running::close, "canvelete-mock-end"));
            }
            return running;
        }
    }
}
