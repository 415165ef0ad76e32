package dev.canvelete.server.db;

import dev.canvelete.server.billing.BillingStore;
import java.time.Instant;

/** What the table of accounts says of billing. */
final class SqlBillingStore implements BillingStore {
    private final Handles handles;

    SqlBillingStore(Handles handles) {
        this.handles = handles;
    }

    @Override
    public Instant since(String account) {
        return handles.withHandle(handle -> handle.sql("select created_at from accounts where id = :id")
                .bind("id", account)
                .map(row -> Sql.time(row, "created_at"))
                .one());
    }

    @Override
    public int extraSeats(String account) {
        return handles.withHandle(handle -> handle.sql("select extra_seats from accounts where id = :id")
                .bind("id", account)
                .map(row -> row.getInt(1))
                .one());
    }

    @Override
    public boolean addSeats(String account, int count) {
        return handles.withHandle(handle ->
                        handle.sql("""
                                update accounts set extra_seats = extra_seats + :count
                                where id = :id and extra_seats + :count >= 0""").bind("id", account).bind("count", count).execute())
                == 1;
    }
}
