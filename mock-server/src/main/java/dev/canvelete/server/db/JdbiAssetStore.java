package dev.canvelete.server.db;

import dev.canvelete.server.asset.Asset;
import dev.canvelete.server.asset.AssetFormat;
import dev.canvelete.server.asset.AssetStore;
import dev.canvelete.server.asset.AssetType;
import dev.canvelete.server.asset.ImageSize;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Assets in a table, their bytes in another. */
final class JdbiAssetStore implements AssetStore {
    private static final int CHUNK = 512 * 1024;

    private final Jdbi jdbi;

    JdbiAssetStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void insert(Asset asset, byte[] content) {
        jdbi.useTransaction(handle -> {
            columns(handle.createUpdate("""
                            insert into assets
                                (id, account, name, type, status, format, bytes, width, height, created_at)
                            values (:id, :account, :name, :type, 'ready', :format, :bytes, :width, :height, :now)"""), asset)
                    .bind("name", asset.name())
                    .bind("now", Sql.time(asset.createdAt()))
                    .execute();
            insertContent(handle, asset.id(), content);
        });
    }

    @Override
    public void reserve(Reservation reservation) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into assets (id, account, name, type, status, bytes, created_at)
                        values (:id, :account, :name, :type, 'reserved', 0, :now)""")
                .bind("id", reservation.id())
                .bind("account", reservation.account())
                .bind("name", reservation.name())
                .bind("type", reservation.type().name())
                .bind("now", Sql.time(reservation.madeAt()))
                .execute());
    }

    @Override
    public Optional<Reservation> reservation(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from assets where id = :id and status = 'reserved'")
                        .bind("id", id)
                        .map((row, context) -> new Reservation(
                                id,
                                row.getString("account"),
                                row.getString("name"),
                                AssetType.valueOf(row.getString("type")),
                                Sql.time(row, "created_at")))
                        .findOne());
    }

    @Override
    public boolean fill(Asset asset, byte[] content) {
        return jdbi.inTransaction(handle -> {
            int filled = columns(handle.createUpdate("""
                            update assets set status = 'uploaded', type = :type, format = :format, bytes = :bytes,
                                width = :width, height = :height
                            where id = :id and account = :account and status = 'reserved'"""), asset).execute();
            if (filled == 1) {
                insertContent(handle, asset.id(), content);
            }
            return filled == 1;
        });
    }

    private static Update columns(Update statement, Asset asset) {
        ImageSize pixels = asset.pixels();
        return statement
                .bind("id", asset.id())
                .bind("account", asset.account())
                .bind("type", asset.format().type().name())
                .bind("format", asset.format().name())
                .bind("bytes", asset.size())
                .bind("width", pixels == null ? null : pixels.width())
                .bind("height", pixels == null ? null : pixels.height());
    }

    private static void insertContent(Handle handle, String id, byte[] content) {
        for (int position = 0; position * CHUNK < content.length; position++) {
            int from = position * CHUNK;
            handle.createUpdate("insert into asset_chunks values (:id, :position, :content)")
                    .bind("id", id)
                    .bind("position", position)
                    .bind("content", Arrays.copyOfRange(content, from, Math.min(content.length, from + CHUNK)))
                    .execute();
        }
    }

    @Override
    public Optional<Asset> complete(String account, String id, String name) {
        return jdbi.inTransaction(handle -> {
            int completed = handle.createUpdate("""
                            update assets set status = 'ready', name = :name
                            where id = :id and account = :account and status = 'uploaded'""")
                    .bind("id", id)
                    .bind("account", account)
                    .bind("name", name)
                    .execute();
            return completed == 1 ? find(handle, account, id) : Optional.empty();
        });
    }

    @Override
    public void forgetUnfinished(String account, Instant before) {
        String unfinished = " from assets where account = :account and status <> 'ready' and created_at < :before";
        jdbi.useTransaction(handle -> {
            for (String removal : List.of(
                    "delete from asset_chunks where asset_id in (select id" + unfinished + ")",
                    "delete" + unfinished)) {
                handle.createUpdate(removal)
                        .bind("account", account)
                        .bind("before", Sql.time(before))
                        .execute();
            }
        });
    }

    @Override
    public Optional<Asset> find(String account, String id) {
        return jdbi.withHandle(handle -> find(handle, account, id));
    }

    private static Optional<Asset> find(Handle handle, String account, String id) {
        return handle.createQuery("select * from assets where id = :id and account = :account and status = 'ready'")
                .bind("id", id)
                .bind("account", account)
                .map((row, context) -> asset(row))
                .findOne();
    }

    @Override
    public Page list(String account, @Nullable AssetType type, int page, int limit) {
        String from = " from assets where account = :account and status = 'ready'"
                + (type == null ? "" : " and type = :type");
        String wanted = type == null ? null : type.name();
        return jdbi.withHandle(handle -> {
            long total = handle.createQuery("select count(*)" + from)
                    .bind("account", account)
                    .bind("type", wanted)
                    .mapTo(Long.class)
                    .one();
            List<Asset> assets = handle.createQuery(
                            "select *" + from + " order by seq desc limit :limit offset :offset")
                    .bind("account", account)
                    .bind("type", wanted)
                    .bind("limit", limit)
                    .bind("offset", (page - 1L) * limit)
                    .map((row, context) -> asset(row))
                    .list();
            return new Page(assets, total);
        });
    }

    @Override
    public long bytes(String account) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select coalesce(sum(bytes), 0) from assets where account = :account")
                        .bind("account", account)
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public Optional<Content> content(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select format from assets where id = :id and status <> 'reserved'")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .map(format -> new Content(AssetFormat.valueOf(format), bytes(handle, id))));
    }

    private static byte[] bytes(Handle handle, String id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        handle.createQuery("select content from asset_chunks where asset_id = :id order by position")
                .bind("id", id)
                .mapTo(byte[].class)
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    @Override
    public boolean delete(String account, String id) {
        return jdbi.inTransaction(handle -> {
            if (find(handle, account, id).isEmpty()) {
                return false;
            }
            handle.createUpdate("delete from asset_chunks where asset_id = :id")
                    .bind("id", id)
                    .execute();
            return handle.createUpdate("delete from assets where id = :id")
                            .bind("id", id)
                            .execute()
                    == 1;
        });
    }

    private static Asset asset(ResultSet row) throws SQLException {
        int width = row.getInt("width");
        int height = row.getInt("height");
        return new Asset(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                AssetFormat.valueOf(row.getString("format")),
                row.getLong("bytes"),
                width == 0 ? null : new ImageSize(width, height),
                Sql.time(row, "created_at"));
    }
}
