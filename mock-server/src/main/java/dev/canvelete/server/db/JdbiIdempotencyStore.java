package dev.canvelete.server.db;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.server.idempotency.IdempotencyStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keys in a table, whose primary key lets one of many through. */
record JdbiIdempotencyStore(Jdbi jdbi) implements IdempotencyStore {
    @Override
    public boolean claim(String account, String key, String fingerprint, Instant now, Instant forgotten) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("delete from idempotency_keys where account = :account and created_at <= :forgotten")
                    .bind("account", account)
                    .bind("forgotten", Sql.time(forgotten))
                    .execute();
            return handle.createUpdate("""
                            insert into idempotency_keys (account, name, fingerprint, created_at)
                            values (:account, :name, :fingerprint, :now) on conflict do nothing""")
                            .bind("account", account)
                            .bind("name", key)
                            .bind("fingerprint", fingerprint)
                            .bind("now", Sql.time(now))
                            .execute()
                    == 1;
        });
    }

    @Override
    public void keep(String account, String key, JsonNode answer) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update idempotency_keys set answer = :answer where account = :account and name = :name")
                .bind("answer", Sql.json(answer))
                .bind("account", account)
                .bind("name", key)
                .execute());
    }

    @Override
    public Optional<Earlier> find(String account, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select fingerprint, answer from idempotency_keys
                        where account = :account and name = :name and answer is not null""")
                .bind("account", account)
                .bind("name", key)
                .map((row, context) ->
                        new Earlier(row.getString("fingerprint"), Sql.json(row.getString("answer"), JsonNode.class)))
                .findOne());
    }
}
