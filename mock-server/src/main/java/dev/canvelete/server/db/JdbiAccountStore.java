package dev.canvelete.server.db;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.account.AccountStore;
import dev.canvelete.server.account.ApiKey;
import dev.canvelete.server.account.KeyHolder;
import dev.canvelete.server.account.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Accounts and keys in two tables. */
final class JdbiAccountStore implements AccountStore {
    private static final PlainSql INSERT = new PlainSql(
            "insert into accounts (id, plan, first_plan, created_at) values (?, ?, ?, ?) on conflict do nothing");

    private static final PlainSql INSERT_KEY = new PlainSql("""
            insert into api_keys (id, account, name, prefix, hash, scopes, status, expires_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""");

    private static final PlainSql HOLDER = new PlainSql("""
            select k.*, a.plan from api_keys k join accounts a on a.id = k.account
            where k.hash = ?""");

    private static final PlainSql USED = new PlainSql("update api_keys set last_used_at = ? where id = ?");

    private final Jdbi jdbi;

    JdbiAccountStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void insert(Account account, ApiKey key, String hash) {
        jdbi.useTransaction(handle -> {
            // Another node may seed the same account at the same moment.
            String plan = account.plan().name();
            int made = INSERT.update(handle, account.id(), plan, plan, Sql.time(key.createdAt()));
            if (made == 1) {
                insert(handle, key, hash);
            }
        });
    }

    @Override
    public void insertKey(ApiKey key, String hash) {
        jdbi.useHandle(handle -> insert(handle, key, hash));
    }

    private static void insert(Handle handle, ApiKey key, String hash) {
        INSERT_KEY.update(
                handle,
                key.id(),
                key.account(),
                key.name(),
                key.prefix(),
                hash,
                String.join(" ", key.scopes().names()),
                key.status().name(),
                Sql.optionalTime(key.expiresAt()),
                Sql.time(key.createdAt()));
    }

    @Override
    public Optional<Account> find(String account) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, plan from accounts where id = :id")
                .bind("id", account)
                .map((row, context) -> new Account(row.getString("id"), Plan.valueOf(row.getString("plan"))))
                .findOne());
    }

    @Override
    public boolean changePlan(String account, Plan plan) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update accounts set plan = :plan where id = :id and plan <> :plan")
                        .bind("id", account)
                        .bind("plan", plan.name())
                        .execute())
                == 1;
    }

    @Override
    public boolean remove(String account) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("delete from api_keys where account = :id")
                    .bind("id", account)
                    .execute();
            return handle.createUpdate("delete from accounts where id = :id")
                            .bind("id", account)
                            .execute()
                    == 1;
        });
    }

    @Override
    public Optional<KeyHolder> holder(String hash) {
        return jdbi.withHandle(handle -> HOLDER.first(
                handle,
                row -> new KeyHolder(
                        new Account(row.getString("account"), Plan.valueOf(row.getString("plan"))), key(row)),
                hash));
    }

    @Override
    public Page keys(String account, int page, int limit) {
        return jdbi.withHandle(handle -> {
            long total = handle.createQuery("select count(*) from api_keys where account = :account")
                    .bind("account", account)
                    .mapTo(Long.class)
                    .one();
            List<ApiKey> keys = handle.createQuery("""
                            select * from api_keys where account = :account
                            order by seq desc limit :limit offset :offset""")
                    .bind("account", account)
                    .bind("limit", limit)
                    .bind("offset", (page - 1L) * limit)
                    .map((row, context) -> key(row))
                    .list();
            return new Page(keys, total);
        });
    }

    @Override
    public Optional<String> revoke(String account, String key) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("update api_keys set status = :status where id = :id and account = :account")
                    .bind("status", ApiKey.Status.REVOKED.name())
                    .bind("id", key)
                    .bind("account", account)
                    .execute();
            return handle.createQuery("select hash from api_keys where id = :id and account = :account")
                    .bind("id", key)
                    .bind("account", account)
                    .mapTo(String.class)
                    .findOne();
        });
    }

    @Override
    public void used(String key, Instant when) {
        jdbi.useHandle(handle -> USED.update(handle, Sql.time(when), key));
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        String scopes = row.getString("scopes");
        return new ApiKey(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                row.getString("prefix"),
                scopes.isEmpty() ? Scopes.all() : new Scopes(List.of(scopes.split(" "))),
                ApiKey.Status.valueOf(row.getString("status")),
                Sql.optionalTime(row, "expires_at"),
                Sql.time(row, "created_at"),
                Sql.optionalTime(row, "last_used_at"));
    }
}
