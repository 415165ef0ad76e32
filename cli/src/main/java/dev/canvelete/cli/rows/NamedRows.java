package dev.canvelete.cli.rows;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.data.Row;
import dev.canvelete.cli.data.RowReader;
import dev.canvelete.client.files.FileNames;
import dev.canvelete.client.files.UsedNames;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads rows and names their files, no two alike; equal rows in equal order get equal names. Not thread-safe. */
public final class NamedRows {
    private final RowReader reader;
    private final FileNames names;
    private final OutputFormat format;
    private final UsedNames used = new UsedNames();

    public NamedRows(RowReader reader, FileNames names, OutputFormat format) {
        this.reader = reader;
        this.names = names;
        this.format = format;
    }

    /**
     * The next row; null after the last one.
     *
     * @throws CommandFailure if reading fails
     */
    public @Nullable NamedRow next() {
        Row row = read();
        if (row == null) {
            return null;
        }
        if (row.fault() != null) {
            return new NamedRow(row, "", row.fault());
        }
        try {
            String name = used.unique(names.expand(row.number(), row.data()));
            return new NamedRow(row, name + "." + format.extension(), null);
        } catch (IllegalArgumentException e) {
            return new NamedRow(row, "", e.getMessage());
        }
    }

    private @Nullable Row read() {
        try {
            return reader.next();
        } catch (IOException e) {
            throw RowOptions.unreadable("the data", e);
        }
    }
}
