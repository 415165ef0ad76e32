package dev.canvelete.cli.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Objects;

/** Lists the rows, in their order, with what became of each, as CSV. Not thread-safe. */
final class Manifest implements AutoCloseable {
    /** The name of the list's file. */
    static final String FILE = "manifest.csv";

    private final CsvWriter csv;
    private boolean closed;

    Manifest(Writer writer) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("row", "place", "file", "status", "bytes", "error");
    }

    void add(RowOutcome outcome) {
        csv.writeRecord(
                Long.toString(outcome.row().row().number()),
                outcome.row().row().place(),
                outcome.row().file(),
                outcome.status().name().toLowerCase(Locale.ROOT),
                Long.toString(outcome.size()),
                Objects.requireNonNullElse(outcome.error(), ""));
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        csv.close();
    }
}
