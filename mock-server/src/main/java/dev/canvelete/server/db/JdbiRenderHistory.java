package dev.canvelete.server.db;

import dev.canvelete.api.render.RenderResult;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.RenderHistory;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The history, read from the tables of renders and of their ends. */
final class JdbiRenderHistory implements RenderHistory {
    private final Jdbi jdbi;
    private final RenderRows rows;

    JdbiRenderHistory(Jdbi jdbi, DownloadUrls urls) {
        this.jdbi = jdbi;
        this.rows = new RenderRows(urls);
    }

    @Override
    public Page list(String account, @Nullable String design, int page, int limit) {
        String where = " where renders.account = :account" + (design == null ? "" : " and design_id = :design");
        return jdbi.withHandle(handle -> {
            long total = handle.createQuery("select count(*) from renders" + where)
                    .bind("account", account)
                    .bind("design", design)
                    .mapTo(Long.class)
                    .one();
            List<RenderResult> renders = handle.createQuery("select " + RenderRows.COLUMNS + RenderRows.FROM + where
                            + " order by seq desc limit :limit offset :offset")
                    .bind("account", account)
                    .bind("design", design)
                    .bind("limit", limit)
                    .bind("offset", (page - 1L) * limit)
                    .map((row, context) -> rows.result(row))
                    .list();
            return new Page(renders, total);
        });
    }
}
