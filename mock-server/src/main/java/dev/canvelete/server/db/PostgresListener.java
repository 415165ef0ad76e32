package dev.canvelete.server.db;

import dev.canvelete.server.signal.Signals;
import dev.canvelete.server.signal.WakeUp;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what the machines that share a database tell each other, on a connection and a thread of its own. While the
 * connection is broken nothing is heard; whoever relies on it looks by itself from time to time.
 */
final class PostgresListener implements AutoCloseable {
    static final String CHANNEL = "canvelete";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresListener.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DatabaseUrl url;
    private final Signals signals;
    private final WakeUp closing = new WakeUp();
    private final Thread thread =
            Thread.ofPlatform().name("database-listener").daemon().unstarted(this::loop);
    private volatile boolean open = true;
    private volatile @Nullable Connection listening;

    /** Begins to listen. */
    PostgresListener(DatabaseUrl url, Signals signals) {
        this.url = url;
        this.signals = signals;
        thread.start();
    }

    private void loop() {
        while (open) {
            try {
                listen();
            } catch (SQLException e) {
                pause(e);
            }
        }
    }

    private void listen() throws SQLException {
        Properties properties = url.credentials();
        properties.setProperty("tcpKeepAlive", "true");
        try (Connection connection = DriverManager.getConnection(url.jdbc(), properties);
                Statement statement = connection.createStatement()) {
            listening = connection;
            statement.execute("listen " + CHANNEL);
            // For what was said while nobody listened.
            signals.all();
            PGConnection notified = connection.unwrap(PGConnection.class);
            while (open) {
                for (PGNotification notification : notified.getNotifications((int) PAUSE.toMillis())) {
                    signals.received(notification.getParameter());
                }
            }
        }
    }

    private void pause(SQLException reason) {
        if (open) {
            LOG.warn("the database {} cannot be listened to; trying again", url, reason);
            try {
                closing.await(0, PAUSE);
            } catch (InterruptedException e) {
                open = false;
            }
        }
    }

    @Override
    public void close() {
        open = false;
        closing.call();
        try {
            Connection waiting = listening;
            if (waiting != null) {
                waiting.abort(Runnable::run);
            }
            thread.join(PATIENCE);
        } catch (SQLException e) {
            LOG.warn("the connection to {} that listens did not close", url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
