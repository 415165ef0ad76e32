package dev.canvelete.api.design;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTML table with collapsed borders that fills its box.
 *
 * @param rows of the body, 0..1000
 * @param columns 0..100
 * @param header the header's cells, with row -1
 * @param cells the body's cells
 * @param columnWidths in pixels; {@code NaN} or missing where the layout decides
 * @param rowHeights in pixels; {@code NaN} or missing where the layout decides
 * @param fill of the cells, a CSS colour
 * @param font of the cells
 */
public record TableElement(
        Box box,
        int rows,
        int columns,
        boolean hasHeader,
        boolean hasVerticalHeader,
        List<Cell> header,
        List<Cell> cells,
        List<Double> columnWidths,
        List<Double> rowHeights,
        @Nullable String fill,
        FontSpec font,
        Look look,
        @Nullable Source source)
        implements Element {
    private static final int MOST_ROWS = 1000;
    private static final int MOST_COLUMNS = 100;

    /** The text of one cell; rows and columns count from 0. */
    public record Cell(int row, int column, String text) {}

    /**
     * Colours, lengths in pixels and alignments.
     *
     * @param alternateRowColor of every second row; null for none
     */
    public record Look(
            String headerBackground,
            String headerTextColor,
            String cellTextColor,
            String borderColor,
            double borderWidth,
            @Nullable String alternateRowColor,
            double cellPadding,
            TextAlign cellAlignment,
            TextAlign headerAlignment) {}

    /** Where a dynamic table's cells come from. */
    public sealed interface Source {
        /** A CSV document at a URL or asset path. */
        record Csv(String url) implements Source {}

        /** A JSON list of objects or of lists, as JSON or as text. */
        record Inline(JsonNode json) implements Source {}
    }

    private enum SourceKind {
        MANUAL,
        CSV,
        JSON
    }

    static TableElement read(Fields fields, Box box) {
        return new TableElement(
                box,
                (int) fields.number("tableRows", 0, 0, MOST_ROWS),
                (int) fields.number("tableColumns", 0, 0, MOST_COLUMNS),
                fields.flag("tableHasHeader", false),
                fields.flag("tableHasVerticalHeader", false),
                fields.list("tableHeaderData", MOST_COLUMNS, f -> cell(f, false)),
                fields.list("tableCellData", MOST_ROWS * MOST_COLUMNS, f -> cell(f, true)),
                fields.numbers("tableColumnWidths", MOST_COLUMNS),
                fields.numbers("tableRowHeights", MOST_ROWS),
                fields.text("fill"),
                FontSpec.read(fields, "tableCellFontSize", 14),
                look(fields),
                source(fields));
    }

    private static Cell cell(Fields fields, boolean body) {
        return new Cell(
                body ? (int) fields.number("row", 0, 0, MOST_ROWS) : -1,
                (int) fields.number("col", 0, 0, MOST_COLUMNS),
                fields.text("text", ""));
    }

    private static Look look(Fields fields) {
        return new Look(
                fields.text("tableHeaderBackground", "#f1f5f9"),
                fields.text("tableHeaderTextColor", "#1e293b"),
                fields.text("tableCellTextColor", "#334155"),
                fields.text("tableBorderColor", "#cbd5e1"),
                fields.number("tableBorderWidth", 1, 0, 1000),
                fields.text("tableAlternateRowColor"),
                fields.number("tableCellPadding", 8, 0, 1000),
                fields.choice("tableCellAlignment", TextAlign.LEFT),
                fields.choice("tableHeaderAlignment", TextAlign.LEFT));
    }

    private static @Nullable Source source(Fields fields) {
        if (!fields.flag("tableIsDynamic", false)) {
            return null;
        }
        JsonNode json = fields.json("tableJsonData");
        String url = fields.text("tableCsvUrl");
        return switch (fields.choice("tableDataSource", SourceKind.MANUAL)) {
            case MANUAL -> null;
            case CSV -> url == null ? null : new Source.Csv(url);
            case JSON -> json == null ? null : new Source.Inline(json);
        };
    }
}
