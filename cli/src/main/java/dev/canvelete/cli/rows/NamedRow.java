package dev.canvelete.cli.rows;

import dev.canvelete.cli.data.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row and the file that is made of it.
 *
 * @param file its name below the output folder, with {@code /} between folders; empty when there is a fault
 * @param fault why there can be no file; null when there can
 */
public record NamedRow(Row row, String file, @Nullable String fault) {}
