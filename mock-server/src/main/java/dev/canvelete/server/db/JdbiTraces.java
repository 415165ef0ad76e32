package dev.canvelete.server.db;

import dev.canvelete.server.admin.Resettable;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;

/**
 * What a world leaves behind in the tables: everything but the account with its first plan and key. Whoever works on a
 * render or a delivery finds at the end that it is not there, and keeps nothing of the result. Batches and deliveries are
 * locked in the order in which workers and dispatchers lock them; renders are locked in any order, so that a reset that
 * meets a worker crosswise begins once more.
 */
record JdbiTraces(Jdbi jdbi, Bell bell) implements Resettable {
    private static final int MOST_TRIES = 5;

    /** What PostgreSQL and H2 call a deadlock. */
    private static final Set<String> DEADLOCK = Set.of("40P01", "40001");

    private static final String OPEN_BATCHES =
            "select id from batches where completed_at is null and <mine> order by id for update";
    private static final String OPEN_RENDERS =
            "select id from renders join render_queue on render_seq = seq where <mine> order by seq";
    private static final List<String> REMOVALS = List.of(
            "delete from render_queue where render_seq in (select seq from renders where <mine>)",
            "delete from render_ends where <mine>",
            "delete from renders where <mine>",
            "delete from batch_texts where batch_id in (select id from batches where <mine>)",
            "delete from batches where <mine>",
            "update deliveries set lease_until = null where <mine>",
            "delete from delivery_attempts where delivery_id in (select id from deliveries where <mine>)",
            "delete from deliveries where <mine>",
            "delete from webhook_endpoints where <mine>",
            "delete from idempotency_keys where <mine>",
            "delete from api_calls where <mine>",
            "delete from credit_purchases where <mine>",
            "delete from asset_chunks where asset_id in (select id from assets where <mine>)",
            "delete from assets where <mine>",
            "delete from designs where <owned>",
            "delete from api_keys where <mine> and seq > (select min(k.seq) from api_keys k where k.account = api_keys.account)",
            "update api_keys set status = 'ACTIVE', last_used_at = null where <mine>",
            "update accounts set extra_seats = 0, plan = first_plan where <itself>");

    @Override
    public void reset(@Nullable String world) {
        int tries = 1;
        while (!remove(world, tries == MOST_TRIES)) {
            tries++;
        }
    }

    private boolean remove(@Nullable String world, boolean lastTry) {
        try {
            remove(world);
            return true;
        } catch (StatementException e) {
            if (lastTry || !(e.getCause() instanceof SQLException cause) || !DEADLOCK.contains(cause.getSQLState())) {
                throw e;
            }
            return false;
        }
    }

    private void remove(@Nullable String world) {
        jdbi.useTransaction(handle -> {
            List<String> waitedFor = ids(handle, OPEN_BATCHES, world);
            waitedFor.addAll(ids(handle, OPEN_RENDERS, world));
            for (String removal : REMOVALS) {
                var statement = handle.createUpdate(of(world, removal));
                (world == null ? statement : statement.bind("world", world)).execute();
            }
            bell.ended(handle, waitedFor);
        });
    }

    private static List<String> ids(Handle handle, String select, @Nullable String world) {
        var query = handle.createQuery(of(world, select));
        return (world == null ? query : query.bind("world", world))
                .mapTo(String.class)
                .list();
    }

    private static String of(@Nullable String world, String statement) {
        return statement
                .replace("<mine>", world == null ? "1 = 1" : "account = :world")
                .replace("<owned>", world == null ? "1 = 1" : "owner = :world")
                .replace("<itself>", world == null ? "1 = 1" : "id = :world");
    }
}
