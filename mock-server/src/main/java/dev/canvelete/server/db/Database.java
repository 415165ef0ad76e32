package dev.canvelete.server.db;

import com.codahale.metrics.MetricRegistry;
import dev.canvelete.server.account.AccountStore;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.BatchStore;
import dev.canvelete.server.batch.RenderHistory;
import dev.canvelete.server.dashboard.DashboardStore;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.signal.Signals;
import dev.canvelete.server.transaction.Transactions;
import dev.canvelete.server.webhook.DeliveryLog;
import dev.canvelete.server.webhook.Outbox;
import dev.canvelete.server.webhook.endpoint.EndpointStore;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The database, migrated to the newest schema. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final String MIGRATIONS = "classpath:dev/canvelete/server/db";
    // In PostgreSQL's mode, so that one SQL serves both. A commit is with the operating system before it returns.
    private static final String H2_SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000";

    private final ManagedDataSource source;
    private final Jdbi jdbi;
    private final Bell bell;

    private Database(ManagedDataSource source, Signals signals) {
        this.source = source;
        this.bell = new Bell(signals);
        this.jdbi = Jdbi.create(source);
    }

    /**
     * A database in that folder's file {@code canvelete.mv.db}, which only one process can open.
     *
     * @param signals told of what is stored
     */
    public static Database inFolder(Path folder, Signals signals) {
        return open("jdbc:h2:file:" + folder.toAbsolutePath().resolve("canvelete") + H2_SETTINGS, signals);
    }

    /** A database that is gone when it is closed. */
    public static Database inMemory(String name, Signals signals) {
        return open("jdbc:h2:mem:" + name + H2_SETTINGS, signals);
    }

    private static Database open(String url, Signals signals) {
        DataSourceFactory factory = new DataSourceFactory();
        factory.setDriverClass("org.h2.Driver");
        factory.setUrl(url);
        factory.setUser("sa");
        factory.setPassword("");
        factory.setInitialSize(1);
        factory.setMinSize(1);
        factory.setMaxSize(64);
        factory.setValidationQuery(null);
        factory.setCheckConnectionWhileIdle(false);
        ManagedDataSource source = factory.build(new MetricRegistry(), "database");
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    // Each part of the service numbers its migrations by itself, so that a lower one may come later.
                    .outOfOrder(true)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            stop(source);
            throw e;
        }
        return new Database(source, signals);
    }

    /** The accounts and their keys. */
    public AccountStore accounts() {
        return new JdbiAccountStore(jdbi);
    }

    /** The designs. */
    public DesignStore designs() {
        return new JdbiDesignStore(jdbi);
    }

    /** The batches and renders. */
    public BatchStore batches(DownloadUrls urls) {
        return new JdbiBatchStore(jdbi, urls, bell);
    }

    /** What was rendered. */
    public RenderHistory renderHistory(DownloadUrls urls) {
        return new JdbiRenderHistory(jdbi, urls);
    }

    /** The webhook deliveries. */
    public Outbox outbox() {
        return new JdbiOutbox(jdbi, bell);
    }

    /** What was delivered. */
    public DeliveryLog deliveries() {
        return new JdbiDeliveryLog(jdbi, bell);
    }

    /** The webhook endpoints. */
    public EndpointStore endpoints() {
        return new JdbiEndpointStore(jdbi);
    }

    /** Transactions that all the stores of this database join. */
    public Transactions transactions() {
        return new JdbiTransactions(jdbi);
    }

    /** What the dashboard shows. */
    public DashboardStore dashboard(DownloadUrls urls) {
        return new JdbiDashboardStore(jdbi, urls);
    }

    /** Closes the database and every connection to it. */
    @Override
    public void close() {
        // The database closes with its last connection; a "shutdown" would break the connection that says it.
        jdbi.useHandle(handle -> handle.execute("set db_close_delay 0"));
        stop(source);
    }

    private static void stop(ManagedDataSource source) {
        try {
            source.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the connection pool did not close", e);
        }
    }
}
