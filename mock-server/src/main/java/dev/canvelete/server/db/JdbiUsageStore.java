package dev.canvelete.server.db;

import dev.canvelete.server.usage.ApiCalls;
import dev.canvelete.server.usage.Period;
import dev.canvelete.server.usage.UsageStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Usage, read from the renders and from a table of counted calls. */
final class JdbiUsageStore implements UsageStore {
    private static final String COMPLETED = " where render_ends.account = :account and status = 'completed'"
            + " and completed_at >= :from and completed_at < :until";

    private static final String WITH_RENDERS = " from render_ends join renders on id = render_id";

    private static final String ACTIVITIES = """
            from (
                select 'render.' || status as action, render_id as subject, completed_at as happened from render_ends
                where account = :account
                union all
                select 'design.created', id, created_at from designs where owner = :account
                union all
                select 'apikey.created', id, created_at from api_keys where account = :account
                union all
                select 'asset.uploaded', id, created_at from assets where account = :account and status = 'ready'
                union all
                select 'credits.purchased', id, bought_at from credit_purchases where account = :account
            ) activities""";

    private static final PlainSql FIRST_CALL =
            new PlainSql("insert into api_calls values (?, ?, ?, 0) on conflict do nothing");

    private static final PlainSql ADD_CALLS =
            new PlainSql("update api_calls set calls = calls + ? where account = ? and called_on = ? and endpoint = ?");

    private final Jdbi jdbi;

    JdbiUsageStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static Query in(Handle handle, String sql, String account, Period period) {
        return handle.createQuery(sql)
                .bind("account", account)
                .bind("from", Sql.time(period.from()))
                .bind("until", Sql.time(period.until()));
    }

    @Override
    public long renders(String account, Period period) {
        return jdbi.withHandle(handle -> in(handle, "select count(*) from render_ends" + COMPLETED, account, period)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public SortedMap<LocalDate, Long> rendersByDay(String account, Period period) {
        // Seconds since 1970 are the same in whatever zone a session is.
        String sql =
                "select floor(extract(epoch from completed_at) / 86400) as ended, count(*) as renders from render_ends"
                        + COMPLETED
                        + " group by floor(extract(epoch from completed_at) / 86400)";
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        jdbi.useHandle(handle -> in(handle, sql, account, period)
                .map((row, context) -> days.put(LocalDate.ofEpochDay(row.getLong("ended")), row.getLong("renders")))
                .list());
        return days;
    }

    @Override
    public Map<String, Long> rendersByFormat(String account, Period period) {
        SortedMap<String, Long> formats = new TreeMap<>();
        jdbi.useHandle(handle -> in(
                        handle,
                        "select format, count(*) as renders" + WITH_RENDERS + COMPLETED + " group by format",
                        account,
                        period)
                .map((row, context) -> formats.put(String.valueOf(row.getString("format")), row.getLong("renders")))
                .list());
        return formats;
    }

    @Override
    public Page<Event> events(String account, Period period, int page, int limit) {
        String sql = "select id, design_id, format, completed_at" + WITH_RENDERS + COMPLETED
                + " order by completed_at desc, seq desc limit :limit offset :offset";
        return jdbi.withHandle(handle -> {
            long total = in(handle, "select count(*) from render_ends" + COMPLETED, account, period)
                    .mapTo(Long.class)
                    .one();
            List<Event> events = in(handle, sql, account, period)
                    .bind("limit", limit)
                    .bind("offset", (page - 1L) * limit)
                    .map((row, context) -> new Event(
                            row.getString("id"),
                            String.valueOf(row.getString("design_id")),
                            String.valueOf(row.getString("format")),
                            Sql.time(row, "completed_at")))
                    .list();
            return new Page<>(events, total);
        });
    }

    @Override
    public Page<Activity> activities(String account, int page, int limit) {
        return jdbi.withHandle(handle -> {
            long total = handle.createQuery("select count(*) " + ACTIVITIES)
                    .bind("account", account)
                    .mapTo(Long.class)
                    .one();
            List<Activity> activities = handle.createQuery("select * " + ACTIVITIES
                            + " order by happened desc, subject, action limit :limit offset :offset")
                    .bind("account", account)
                    .bind("limit", limit)
                    .bind("offset", (page - 1L) * limit)
                    .map((row, context) ->
                            new Activity(row.getString("action"), row.getString("subject"), Sql.time(row, "happened")))
                    .list();
            return new Page<>(activities, total);
        });
    }

    @Override
    public long storage(String account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select (select coalesce(sum(file_bytes), 0) from (
                                select distinct artifact, file_bytes from render_ends
                                where account = :account and artifact is not null) files)
                            + (select coalesce(sum(bytes), 0) from assets where account = :account)""")
                .bind("account", account)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public SortedMap<String, Long> calls(String account, Period period) {
        SortedMap<String, Long> endpoints = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select endpoint, sum(calls) as calls from api_calls
                        where account = :account and called_on >= :from and called_on < :until group by endpoint""")
                .bind("account", account)
                .bind("from", day(period.from()))
                .bind("until", day(period.until()))
                .map((row, context) -> endpoints.put(row.getString("endpoint"), row.getLong("calls")))
                .list());
        return endpoints;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    @Override
    public void addCalls(Map<ApiCalls.Call, Long> counted) {
        jdbi.useTransaction(handle -> counted.forEach((call, calls) -> {
            FIRST_CALL.update(handle, call.account(), call.day(), call.endpoint());
            ADD_CALLS.update(handle, calls, call.account(), call.day(), call.endpoint());
        }));
    }

    @Override
    public void buy(String id, String account, int credits, Instant when) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into credit_purchases (id, account, credits, bought_at)
                        values (:id, :account, :credits, :when)""")
                .bind("id", id)
                .bind("account", account)
                .bind("credits", credits)
                .bind("when", Sql.time(when))
                .execute());
    }

    @Override
    public List<Purchase> purchases(String account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, credits, bought_at from credit_purchases where account = :account order by seq desc")
                .bind("account", account)
                .map((row, context) ->
                        new Purchase(row.getString("id"), row.getInt("credits"), Sql.time(row, "bought_at")))
                .list());
    }
}
