package dev.canvelete.server.db;

import dev.canvelete.server.billing.BillingStore;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** What the table of accounts says of billing. */
final class JdbiBillingStore implements BillingStore {
    private final Jdbi jdbi;

    JdbiBillingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Instant since(String account) {
        return jdbi.withHandle(handle -> handle.createQuery("select created_at from accounts where id = :id")
                .bind("id", account)
                .map((row, context) -> Sql.time(row, "created_at"))
                .one());
    }

    @Override
    public int extraSeats(String account) {
        return jdbi.withHandle(handle -> handle.createQuery("select extra_seats from accounts where id = :id")
                .bind("id", account)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public boolean addSeats(String account, int count) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update accounts set extra_seats = extra_seats + :count
                                where id = :id and extra_seats + :count >= 0""")
                        .bind("id", account)
                        .bind("count", count)
                        .execute())
                == 1;
    }
}
