package dev.canvelete.server.db;

import dev.canvelete.server.clock.WorldClocks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/**
 * What time it is for the account of each row.
 *
 * @param server for all but those accounts
 * @param apart by account
 */
record AccountTimes(Instant server, Map<String, Instant> apart) {
    static AccountTimes of(WorldClocks clocks) {
        Map<String, Instant> apart = new HashMap<>();
        clocks.apart().forEach(world -> apart.put(world, clocks.now(world)));
        return new AccountTimes(clocks.now(null), apart);
    }

    /** The time as an expression over the column {@code account}. */
    String sql() {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < apart.size(); i++) {
            cases.append(" when :world")
                    .append(i)
                    .append(" then cast(:time")
                    .append(i)
                    .append(" as timestamp with time zone)");
        }
        return cases.isEmpty() ? ":now" : "case account" + cases + " else cast(:now as timestamp with time zone) end";
    }

    /** Binds what {@link #sql} names. */
    Query bind(Query query) {
        query.bind("now", Sql.time(server));
        int i = 0;
        for (Map.Entry<String, Instant> world : apart.entrySet()) {
            query.bind("world" + i, world.getKey()).bind("time" + i, Sql.time(world.getValue()));
            i++;
        }
        return query;
    }
}
