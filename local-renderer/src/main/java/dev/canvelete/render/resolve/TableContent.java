package dev.canvelete.render.resolve;

import java.util.List;

/**
 * What stands in a table, whatever its source.
 *
 * @param header the header's texts, one for each column; empty without a header
 * @param rows the body's texts, each with one for each column
 * @param columns how many columns there are
 */
record TableContent(List<String> header, List<List<String>> rows, int columns) {
    TableContent {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
