package dev.canvelete.server.db;

import dev.canvelete.api.webhook.SignatureStyle;
import dev.canvelete.server.webhook.endpoint.Endpoint;
import dev.canvelete.server.webhook.endpoint.EndpointStore;
import dev.canvelete.server.webhook.endpoint.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** Webhook endpoints in a table. */
final class JdbiEndpointStore implements EndpointStore {
    private static final PlainSql ALL = new PlainSql("select * from webhook_endpoints where account = ? order by seq");

    private final Jdbi jdbi;

    JdbiEndpointStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void insert(Endpoint endpoint) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                                insert into webhook_endpoints
                                    (id, account, url, description, events, style, secret, earlier_secret,
                                     earlier_until, enabled, disabled_reason, created_at, updated_at)
                                values (:id, :account, :url, :description, :events, :style, :secret, :earlier,
                                     :earlierUntil, :enabled, :reason, :created, :updated)"""), endpoint).execute());
    }

    @Override
    public Optional<Endpoint> update(String account, String id, UnaryOperator<Endpoint> change) {
        return jdbi.inTransaction(handle -> {
            Optional<Endpoint> changed =
                    find(handle, account, id, " for update").map(change);
            changed.ifPresent(
                    endpoint -> bind(handle.createUpdate("""
                                    update webhook_endpoints set account = :account, url = :url,
                                        description = :description, events = :events, style = :style,
                                        secret = :secret, earlier_secret = :earlier, earlier_until = :earlierUntil,
                                        enabled = :enabled, disabled_reason = :reason, created_at = :created,
                                        updated_at = :updated
                                    where id = :id"""), endpoint).execute());
            return changed;
        });
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Endpoint endpoint) {
        Secrets secrets = endpoint.secrets();
        return statement
                .bind("id", endpoint.id())
                .bind("account", endpoint.account())
                .bind("url", endpoint.url())
                .bind("description", endpoint.description())
                .bind("events", Sql.json(endpoint.events()))
                .bind("style", endpoint.style().name())
                .bind("secret", secrets.current())
                .bind("earlier", secrets.earlier())
                .bind("earlierUntil", Sql.optionalTime(secrets.earlierUntil()))
                .bind("enabled", endpoint.enabled())
                .bind("reason", endpoint.disabledReason())
                .bind("created", Sql.time(endpoint.createdAt()))
                .bind("updated", Sql.time(endpoint.updatedAt()));
    }

    @Override
    public boolean delete(String account, String id) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("update deliveries set status = 'cancelled'"
                            + " where endpoint_id = :id and account = :account and status = 'pending'")
                    .bind("id", id)
                    .bind("account", account)
                    .execute();
            return handle.createUpdate("delete from webhook_endpoints where id = :id and account = :account")
                            .bind("id", id)
                            .bind("account", account)
                            .execute()
                    > 0;
        });
    }

    @Override
    public Optional<Endpoint> find(String account, String id) {
        return jdbi.withHandle(handle -> find(handle, account, id, ""));
    }

    private static Optional<Endpoint> find(Handle handle, String account, String id, String lock) {
        return handle.createQuery("select * from webhook_endpoints where id = :id and account = :account" + lock)
                .bind("id", id)
                .bind("account", account)
                .map((row, context) -> endpoint(row))
                .findOne();
    }

    @Override
    public List<Endpoint> all(String account) {
        return jdbi.withHandle(handle -> ALL.list(handle, JdbiEndpointStore::endpoint, account));
    }

    @Override
    public Page list(String account, int page, int limit) {
        List<Endpoint> all = all(account);
        return new Page(all.stream().skip((page - 1L) * limit).limit(limit).toList(), all.size());
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getString("id"),
                row.getString("account"),
                row.getString("url"),
                row.getString("description"),
                List.of(Sql.json(row.getString("events"), String[].class)),
                SignatureStyle.valueOf(row.getString("style")),
                secrets(row),
                row.getBoolean("enabled"),
                row.getString("disabled_reason"),
                Sql.time(row, "created_at"),
                Sql.time(row, "updated_at"));
    }

    /** The secrets of a row. */
    static Secrets secrets(ResultSet row) throws SQLException {
        return new Secrets(
                row.getString("secret"), row.getString("earlier_secret"), Sql.optionalTime(row, "earlier_until"));
    }
}
