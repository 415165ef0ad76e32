package dev.canvelete.server.db;

import dev.canvelete.server.batch.RenderQueue;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The queue, read from its table. */
final class JdbiRenderQueue implements RenderQueue {
    /** So that whoever watches, again and again, does not take all connections of a database that does not answer. */
    private static final int LONGEST_SECONDS = 5;

    private final Jdbi jdbi;

    JdbiRenderQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Backlog backlog() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as length, (select created_at from renders where id = (
                            select render_id from render_queue where lease_until is null order by render_seq limit 1)) as oldest
                        from render_queue where lease_until is null""")
                .setQueryTimeout(LONGEST_SECONDS)
                .map((row, context) ->
                        new Backlog(row.getLong("length"), Optional.ofNullable(Sql.optionalTime(row, "oldest"))))
                .one());
    }
}
