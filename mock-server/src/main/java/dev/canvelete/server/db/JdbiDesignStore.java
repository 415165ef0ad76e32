package dev.canvelete.server.db;

import dev.canvelete.api.design.Design;
import dev.canvelete.server.design.DesignQuery;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.design.StoredDesign;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Designs in a table. */
final class JdbiDesignStore implements DesignStore {
    private static final String VISIBLE = "(owner is null or owner = :account)";

    private static final PlainSql FIND =
            new PlainSql("select * from designs where id = ? and (owner is null or owner = ?)");

    private static final PlainSql LOCK = new PlainSql("select * from designs where id = ? for update");

    private static final PlainSql INSERT = new PlainSql("""
            insert into designs
                (id, owner, name, status, version, source, is_template, category, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");

    private final Jdbi jdbi;

    JdbiDesignStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<StoredDesign> find(String account, String id) {
        return jdbi.withHandle(handle -> FIND.first(handle, JdbiDesignStore::design, id, account));
    }

    @Override
    public void insert(StoredDesign design) {
        jdbi.useHandle(handle -> insert(handle, design));
    }

    @Override
    public void seed(StoredDesign design) {
        jdbi.useTransaction(handle -> {
            Optional<StoredDesign> earlier = LOCK.first(handle, JdbiDesignStore::design, design.id());
            if (earlier.isEmpty()) {
                insert(handle, design);
            } else if (!earlier.get().design().source().equals(design.design().source())) {
                update(handle, design, earlier.get().version() + 1);
            }
        });
    }

    @Override
    public Optional<StoredDesign> change(String account, String id, UnaryOperator<StoredDesign> change) {
        return jdbi.inTransaction(handle -> {
            Optional<StoredDesign> changed = handle.createQuery(
                            "select * from designs where id = :id and owner = :account for update")
                    .bind("id", id)
                    .bind("account", account)
                    .map((row, context) -> design(row))
                    .findOne()
                    .map(change);
            changed.ifPresent(design -> update(handle, design, design.version()));
            return changed;
        });
    }

    private static void update(Handle handle, StoredDesign design, long version) {
        columns(handle.createUpdate("""
                                update designs set owner = :owner, name = :name, status = :status, version = :version,
                                    source = :source, is_template = :template, category = :category,
                                    updated_at = :updated
                                where id = :id"""), design).bind("version", version).execute();
    }

    @Override
    public boolean delete(String account, String id) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from designs where id = :id and owner = :account")
                        .bind("id", id)
                        .bind("account", account)
                        .execute()
                > 0);
    }

    @Override
    public Page list(DesignQuery query) {
        String where = " from designs where " + VISIBLE
                + kind(query.kind())
                + (query.status() == null ? "" : " and lower(status) = :status")
                + (query.category() == null ? "" : " and lower(category) = :category")
                + (query.search() == null
                        ? ""
                        : " and (lower(name) like :search escape '!' or lower(id) like :search escape '!')");
        return jdbi.withHandle(handle -> {
            long total = handle.createQuery("select count(*)" + where)
                    .bindMap(filters(query))
                    .mapTo(Long.class)
                    .one();
            List<StoredDesign> designs = handle.createQuery(
                            "select *" + where + " order by seq limit :limit offset :offset")
                    .bindMap(filters(query))
                    .bind("limit", query.limit())
                    .bind("offset", (query.page() - 1L) * query.limit())
                    .map((row, context) -> design(row))
                    .list();
            return new Page(designs, total);
        });
    }

    private static String kind(DesignQuery.Kind kind) {
        return switch (kind) {
            case ALL -> "";
            case DESIGNS -> " and not is_template";
            case TEMPLATES -> " and is_template";
            case OWN_TEMPLATES -> " and is_template and owner is not null";
        };
    }

    private static Map<String, Object> filters(DesignQuery query) {
        Map<String, Object> filters = new HashMap<>();
        filters.put("account", query.account());
        if (query.status() != null) {
            filters.put("status", query.status().toLowerCase(Locale.ROOT));
        }
        if (query.category() != null) {
            filters.put("category", query.category().toLowerCase(Locale.ROOT));
        }
        if (query.search() != null) {
            String literal = query.search()
                    .toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            filters.put("search", "%" + literal + "%");
        }
        return filters;
    }

    private static void insert(Handle handle, StoredDesign design) {
        INSERT.update(
                handle,
                design.id(),
                design.owner(),
                design.name(),
                design.status(),
                design.version(),
                Sql.json(design.design()),
                design.design().isTemplate(),
                category(design),
                Sql.time(design.createdAt()),
                Sql.time(design.updatedAt()));
    }

    private static @Nullable String category(StoredDesign design) {
        return design.design().source().path("category").textValue();
    }

    private static Update columns(Update statement, StoredDesign design) {
        return statement
                .bind("id", design.id())
                .bind("owner", design.owner())
                .bind("name", design.name())
                .bind("status", design.status())
                .bind("source", Sql.json(design.design()))
                .bind("template", design.design().isTemplate())
                .bind("category", category(design))
                .bind("updated", Sql.time(design.updatedAt()));
    }

    private static StoredDesign design(ResultSet row) throws SQLException {
        return new StoredDesign(
                row.getString("id"),
                row.getString("owner"),
                row.getString("name"),
                row.getString("status"),
                row.getLong("version"),
                Sql.json(row.getString("source"), Design.class),
                Sql.time(row, "created_at"),
                Sql.time(row, "updated_at"));
    }
}
