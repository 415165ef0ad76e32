package dev.canvelete.server.db;

import dev.canvelete.server.account.AccountStore;
import dev.canvelete.server.admin.Resettable;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.asset.AssetStore;
import dev.canvelete.server.batch.BatchStore;
import dev.canvelete.server.batch.RenderFiles;
import dev.canvelete.server.batch.RenderHistory;
import dev.canvelete.server.batch.RenderQueue;
import dev.canvelete.server.billing.BillingStore;
import dev.canvelete.server.dashboard.DashboardStore;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.idempotency.IdempotencyStore;
import dev.canvelete.server.limits.Buckets;
import dev.canvelete.server.signal.Signals;
import dev.canvelete.server.transaction.Transactions;
import dev.canvelete.server.usage.UsageStore;
import dev.canvelete.server.webhook.DeliveryLog;
import dev.canvelete.server.webhook.Outbox;
import dev.canvelete.server.webhook.endpoint.EndpointStore;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The database, migrated to the newest schema. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final long SEEDING = 0x63616e76656c6574L;
    private static final int PING_SECONDS = 5;
    private final ConnectionPool pool;
    private final boolean shared;
    private final Jdbi jdbi;
    private final Bell bell;
    private final Turns turns;
    private final DatabaseUrl url;
    private final Signals signals;
    private final CompletableFuture<Void> schema;
    private volatile @Nullable PostgresListener listener;

    /**
     * A database, which begins to get its newest schema, in a thread of its own. Nothing else is to be asked of it before
     * it is {@linkplain #open open}.
     *
     * @param signals told of what is stored, by this machine or another
     */
    public Database(DatabaseUrl url, Signals signals) {
        this.url = url;
        this.signals = signals;
        this.shared = url.shared();
        this.pool = url.pool();
        // H2 and Jdbi take about as long to be ready, and neither needs the other for it.
        this.schema = CompletableFuture.runAsync(
                () -> bringUpToDate(url, pool),
                task -> Thread.ofPlatform().daemon().name("schema").start(task));
        this.bell = new Bell(signals, shared);
        this.turns = new Turns(shared);
        this.jdbi = Jdbi.create(pool.connections());
        SqlText text = new SqlText();
        this.jdbi.getConfig(SqlStatements.class).setSqlParser(text).setTemplateEngine(text);
    }

    private static void bringUpToDate(DatabaseUrl url, ConnectionPool pool) {
        if (url.inMemory()) {
            Schema.create(pool.source());
        } else {
            Schema.migrate(pool.source());
        }
    }

    /**
     * Waits until it has the newest schema and, if others share it, listens to them.
     *
     * @throws IllegalStateException if it cannot be reached
     */
    public void open() {
        try {
            schema.join();
            if (!shared && !url.inMemory()) {
                // H2 writes its file for every so many numbers of renders, 32 unless told otherwise. On PostgreSQL
                // each connection would keep some to itself, and numbers would no longer say what is older.
                jdbi.useHandle(handle -> handle.execute("alter table renders alter column seq set cache 10000"));
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("the database " + url + " cannot be used: " + root(e).getMessage(), e);
        }
        if (shared) {
            listener = new PostgresListener(url, signals);
        }
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    /** Asks it something trivial; throws if it does not answer. */
    public void ping() {
        jdbi.useHandle(handle -> handle.createQuery("select 1")
                .setQueryTimeout(PING_SECONDS)
                .mapTo(Integer.class)
                .one());
    }

    /** Whether other processes may use it at the same time. */
    public boolean shared() {
        return shared;
    }

    /** Runs work in one transaction while no other machine runs work so. */
    public void alone(Runnable work) {
        jdbi.useTransaction(handle -> {
            if (shared) {
                handle.createQuery("select pg_advisory_xact_lock(:lock)")
                        .bind("lock", SEEDING)
                        .mapTo(String.class)
                        .one();
            }
            work.run();
        });
    }

    /** The buckets of the rate limits, which all machines share. */
    public Buckets buckets() {
        return shared ? new SharedBuckets(pool.source(), jdbi) : Buckets.inMemory();
    }

    /** What worlds leave behind. */
    public Resettable traces() {
        return new JdbiTraces(jdbi, bell);
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
        return new JdbiBatchStore(jdbi, urls, bell, turns);
    }

    /** The renders that wait. */
    public RenderQueue queue() {
        return new JdbiRenderQueue(jdbi);
    }

    /** The idempotency keys. */
    public IdempotencyStore idempotency() {
        return new JdbiIdempotencyStore(jdbi);
    }

    /** The files of renders. */
    public RenderFiles renderFiles() {
        return new JdbiRenderFiles(jdbi);
    }

    /** What was rendered. */
    public RenderHistory renderHistory(DownloadUrls urls) {
        return new JdbiRenderHistory(jdbi, urls);
    }

    /** What accounts have uploaded. */
    public AssetStore assets() {
        return new JdbiAssetStore(jdbi);
    }

    /** What accounts have used. */
    public UsageStore usage() {
        return new JdbiUsageStore(jdbi);
    }

    /** What accounts pay for. */
    public BillingStore billing() {
        return new JdbiBillingStore(jdbi);
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
        return new JdbiTransactions(jdbi, turns);
    }

    /** What the dashboard shows. */
    public DashboardStore dashboard(DownloadUrls urls) {
        return new JdbiDashboardStore(jdbi, urls);
    }

    /** Closes the database and every connection to it. */
    @Override
    public void close() {
        boolean opened = schema.handle((done, failed) -> failed == null).join();
        PostgresListener listening = listener;
        if (listening != null) {
            listening.close();
        }
        if (opened && !shared) {
            // The database closes with its last connection; a "shutdown" would break the connection that says it.
            jdbi.useHandle(handle -> handle.execute("set db_close_delay 0"));
        }
        pool.close();
    }
}
