package dev.canvelete.server.db;

import dev.canvelete.server.batch.RenderQueue;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The queue, read from the table of renders. */
final class JdbiRenderQueue implements RenderQueue {
    /** So that whoever watches, again and again, does not take all connections of a database that does not answer. */
    private static final int LONGEST_SECONDS = 5;

    private final Jdbi jdbi;

    JdbiRenderQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Backlog backlog() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) as length, min(created_at) as oldest from renders where status = 'queued'")
                .setQueryTimeout(LONGEST_SECONDS)
                .map((row, context) ->
                        new Backlog(row.getLong("length"), Optional.ofNullable(Sql.optionalTime(row, "oldest"))))
                .one());
    }
}
