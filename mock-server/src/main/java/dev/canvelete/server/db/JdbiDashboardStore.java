package dev.canvelete.server.db;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.dashboard.DashboardStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Reads across all accounts. */
final class JdbiDashboardStore implements DashboardStore {
    private static final String RENDERS =
            "select seq, renders.account, batch_id, position, " + RenderRows.COLUMNS + RenderRows.FROM + " ";

    private static final String RENDER =
            "select renders.*, result, completed_at, " + RenderRows.STATE + RenderRows.FROM + " where id = :id";

    private final Jdbi jdbi;
    private final RenderRows rows;

    JdbiDashboardStore(Jdbi jdbi, DownloadUrls urls) {
        this.jdbi = jdbi;
        this.rows = new RenderRows(urls);
    }

    private <T> List<T> list(String sql, Map<String, ?> values, RowMapper<T> mapper) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).bindMap(values).map(mapper).list());
    }

    private <T> Optional<T> one(String sql, String id, RowMapper<T> mapper) {
        return list(sql, Map.of("id", id), mapper).stream().findFirst();
    }

    @Override
    public Totals totals() {
        return list(
                        """
                        select (select count(*) from batches) as batches,
                            (select count(*) from renders) as renders,
                            (select count(*) from render_queue) as waiting,
                            (select count(*) from deliveries) as deliveries,
                            (select count(*) from deliveries where status in ('pending', 'exhausted')) as undelivered""",
                        Map.of(),
                        (row, context) -> new Totals(
                                row.getLong("batches"),
                                row.getLong("renders"),
                                row.getLong("waiting"),
                                row.getLong("deliveries"),
                                row.getLong("undelivered")))
                .get(0);
    }

    @Override
    public List<Batch> batches(long before, int most) {
        return list(
                "select * from batches where seq < :before order by seq desc limit :most",
                Map.of("before", before, "most", most),
                (row, context) -> batch(row));
    }

    @Override
    public Optional<Batch> batch(String id) {
        return one("select * from batches where id = :id", id, (row, context) -> batch(row));
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("account"),
                row.getString("status"),
                row.getString("webhook"),
                row.getInt("total"),
                row.getInt("completed"),
                row.getInt("failed"),
                row.getInt("unfinished"),
                Sql.time(row, "created_at"),
                Sql.optionalTime(row, "completed_at"));
    }

    @Override
    public List<Render> rendersOf(String batchId, int from, int most) {
        return list(
                RENDERS + """
                where batch_id = :id and position >= :from
                order by position limit :most""", Map.of("id", batchId, "from", from, "most", most), (row, context) -> render(row, null));
    }

    @Override
    public List<Render> singles(long before, int most) {
        // All batch ids are null here; named first, so that PostgreSQL too reads the index backwards instead of
        // sorting.
        return list(RENDERS + """
                where batch_id is null and seq < :before
                order by batch_id desc, seq desc limit :most""", Map.of("before", before, "most", most), (row, context) -> render(row, null));
    }

    @Override
    public Optional<Render> render(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(RENDER)
                .bind("id", id)
                .map((row, context) -> render(
                        row, new StoredRequests(handle).tree(row.getString("request"), row.getString("batch_id"))))
                .findOne());
    }

    private Render render(ResultSet row, @Nullable JsonNode request) throws SQLException {
        return new Render(
                row.getLong("seq"),
                row.getString("account"),
                row.getString("batch_id"),
                row.getInt("position"),
                request,
                rows.result(row));
    }

    @Override
    public List<DesignEntry> designs(int most) {
        return list(
                "select * from designs order by seq limit :most",
                Map.of("most", most),
                (row, context) -> design(row, false));
    }

    @Override
    public Optional<DesignEntry> design(String id) {
        return one("select * from designs where id = :id", id, (row, context) -> design(row, true));
    }

    @Override
    public List<Account> activeAccounts(int most) {
        return list(
                """
                select a.id, a.plan, max(k.last_used_at) as used
                from accounts a join api_keys k on k.account = a.id
                where k.last_used_at is not null
                group by a.id, a.plan order by used desc limit :most""",
                Map.of("most", most),
                (row, context) -> new Account(row.getString("id"), Plan.valueOf(row.getString("plan"))));
    }

    private static DesignEntry design(ResultSet row, boolean whole) throws SQLException {
        Design design = Sql.json(row.getString("source"), Design.class);
        return new DesignEntry(
                row.getString("id"),
                row.getString("owner"),
                row.getString("name"),
                row.getString("status"),
                row.getLong("version"),
                design.width(),
                design.height(),
                Sql.time(row, "updated_at"),
                whole ? design.source() : null);
    }
}
