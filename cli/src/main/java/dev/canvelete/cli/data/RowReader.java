package dev.canvelete.cli.data;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a data file, one at a time, so that a file may be of any length. Not thread-safe. */
public interface RowReader extends Closeable {
    /**
     * The next record; null after the last one. A record that is wrong in itself is a {@link Row#fault}.
     *
     * @throws IOException if reading fails
     * @throws dev.canvelete.cli.console.CommandFailure naming file and line, if what follows cannot be made out
     */
    @Nullable Row next() throws IOException;
}
