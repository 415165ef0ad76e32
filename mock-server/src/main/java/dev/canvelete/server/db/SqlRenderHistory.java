package dev.canvelete.server.db;

import dev.canvelete.api.render.RenderResult;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.RenderHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history, read from the table of renders. */
final class SqlRenderHistory implements RenderHistory {
    private final Handles handles;
    private final RenderRows rows;

    SqlRenderHistory(Handles handles, DownloadUrls urls) {
        this.handles = handles;
        this.rows = new RenderRows(urls);
    }

    @Override
    public Page list(String account, @Nullable String design, int page, int limit) {
        String where = " where account = :account" + (design == null ? "" : " and design_id = :design");
        return handles.withHandle(handle -> {
            long total = handle.sql("select count(*) from renders" + where)
                    .bind("account", account)
                    .bind("design", design)
                    .map(Sql::number)
                    .one();
            List<RenderResult> renders = handle.sql("select " + RenderRows.COLUMNS + RenderRows.FROM + where
                            + " order by seq desc limit :limit offset :offset")
                    .bind("account", account)
                    .bind("design", design)
                    .bind("limit", limit)
                    .bind("offset", (page - 1L) * limit)
                    .map(row -> rows.result(row))
                    .list();
            return new Page(renders, total);
        });
    }
}
