package dev.canvelete.server.db;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.RenderOutcome;
import dev.canvelete.server.batch.RenderTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a row of the renders as what the API tells of it. */
record RenderRows(DownloadUrls urls) {
    private static final int LONGEST_DESIGN_ID = 200;

    /** The status, and since when: a render has ended, or it is in the queue, which knows what is claimed. */
    static final String STATE = "coalesce(status, case when lease_until is null then 'queued' else 'processing' end)"
            + " as state, coalesce(claimed_at, started_at) as begun_at";

    /** Where all that is read. */
    static final String FROM = " from renders left join render_queue on render_queue.render_seq = seq"
            + " left join render_ends on render_ends.render_seq = seq";

    /** What {@link #result} reads; of the request, which may be long, only what no other column says. */
    static final String COLUMNS = "id, design_id, format, result, created_at, completed_at, " + STATE
            + ", case when format is null or char_length(design_id) = " + LONGEST_DESIGN_ID
            + " then request end as request";

    RenderResult result(ResultSet row) throws SQLException {
        RenderStatus status = RenderStatus.named(row.getString("state"));
        String result = row.getString("result");
        StoredResult done =
                status == RenderStatus.COMPLETED && result != null ? Sql.json(result, StoredResult.class) : null;
        return result(row, status, done, error(status, result));
    }

    private RenderResult result(
            ResultSet row, RenderStatus status, @Nullable StoredResult done, @Nullable ApiError error)
            throws SQLException {
        String id = row.getString("id");
        OutputFormat format = format(row);
        return new RenderResult(
                id,
                status,
                designId(row),
                format,
                done == null ? null : urls.of(id, format),
                error,
                done == null ? null : done.width(),
                done == null ? null : done.height(),
                done == null ? null : done.fileSize(),
                done == null ? null : done.renderTime(),
                done == null ? null : done.cached(),
                done == null ? null : done.warnings(),
                Sql.time(row, "created_at"),
                Sql.optionalTime(row, "begun_at"),
                Sql.optionalTime(row, "completed_at"));
    }

    private static OutputFormat format(ResultSet row) throws SQLException {
        String format = row.getString("format");
        return format == null
                ? format(request(row))
                : OutputFormat.named(format).orElseThrow();
    }

    private static String designId(ResultSet row) throws SQLException {
        String id = row.getString("design_id");
        return id == null || id.length() == LONGEST_DESIGN_ID ? RenderTask.designId(request(row)) : id;
    }

    private static RenderRequest request(ResultSet row) throws SQLException {
        return Sql.json(row.getString("request"), RenderRequest.class);
    }

    private static @Nullable ApiError error(RenderStatus status, @Nullable String result) {
        return status == RenderStatus.FAILED && result != null
                ? Sql.json(result, RenderOutcome.Failed.class).error()
                : null;
    }

    static OutputFormat format(RenderRequest request) {
        return Objects.requireNonNullElse(request.format(), OutputFormat.PNG);
    }

    /** The design's id as far as the column holds it; a longer one is no design's. */
    static String designId(RenderRequest request) {
        String id = RenderTask.designId(request);
        return id.substring(0, Math.min(id.length(), LONGEST_DESIGN_ID));
    }
}
