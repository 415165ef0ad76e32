package dev.canvelete.cli.rows;

import dev.canvelete.api.render.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param row what it was
 * @param status whether there is a file
 * @param content the file, when somebody still needs it
 * @param size of the file in bytes, 0 without one
 * @param warnings what the renderer had to decide for itself
 * @param error why there is no file; null when there is one
 */
@SuppressWarnings("ArrayRecordComponent") // A file on its way; nobody compares outcomes as values.
public record RowOutcome(
        NamedRow row,
        Status status,
        byte @Nullable [] content,
        long size,
        List<Warning> warnings,
        @Nullable String error) {
    /** Whether a row has a file. */
    public enum Status {
        WRITTEN,
        /** It was there from an earlier run. */
        KEPT,
        FAILED
    }

    /** A file that was made now. */
    public static RowOutcome written(NamedRow row, byte @Nullable [] content, long size, List<Warning> warnings) {
        return new RowOutcome(row, Status.WRITTEN, content, size, warnings, null);
    }

    /** A file that was there. */
    public static RowOutcome kept(NamedRow row, byte @Nullable [] content, long size) {
        return new RowOutcome(row, Status.KEPT, content, size, List.of(), null);
    }

    /** No file. */
    public static RowOutcome failed(NamedRow row, String error) {
        return new RowOutcome(row, Status.FAILED, null, 0, List.of(), error);
    }
}
