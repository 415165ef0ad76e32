package dev.canvelete.render.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.canvelete.api.design.TableElement;
import dev.canvelete.api.json.Json;
import dev.canvelete.render.css.FieldException;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.resource.ResourceLoader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads a table's cells from where the design says they are. Thread-safe. */
public final class TableData {
    private static final int MOST_ROWS = 1000;
    private static final int MOST_COLUMNS = 100;

    private final ResourceLoader loader;

    public TableData(ResourceLoader loader) {
        this.loader = loader;
    }

    TableContent of(TableElement table) throws ResourceException {
        return switch (table.source()) {
            case null -> manual(table);
            case TableElement.Source.Csv csv -> listed(table, csv(csv.url()));
            case TableElement.Source.Inline inline ->
                FieldException.reading("tableJsonData", () -> json(table, inline.json()));
        };
    }

    private static TableContent manual(TableElement table) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(new ArrayList<>(
                    IntStream.range(0, table.columns()).mapToObj(c -> "").toList()));
        }
        for (TableElement.Cell cell : table.cells()) {
            if (cell.row() < table.rows() && cell.column() < table.columns()) {
                rows.get(cell.row()).set(cell.column(), cell.text());
            }
        }
        List<String> header = table.hasHeader() ? header(table, table.columns(), List.of()) : List.of();
        return new TableContent(header, rows, table.columns());
    }

    /** The header's texts: the design's own where it has them, else what the data calls its columns. */
    private static List<String> header(TableElement table, int columns, List<String> names) {
        List<String> header = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int at = column;
            String name = column < names.size() ? names.get(column) : "";
            header.add(table.header().stream()
                    .filter(cell -> cell.column() == at && !cell.text().isEmpty())
                    .map(TableElement.Cell::text)
                    .findFirst()
                    .orElse(name));
        }
        return header;
    }

    private List<List<String>> csv(String url) throws ResourceException {
        String text = new String(loader.load(url).bytes(), StandardCharsets.UTF_8);
        List<List<String>> rows = new ArrayList<>();
        try {
            for (CsvRecord row : CsvReader.builder().ofCsvRecord(text)) {
                rows.add(List.copyOf(row.getFields()));
                limit(rows.size() - 1, row.getFieldCount());
            }
        } catch (CsvParseException | UncheckedIOException | IllegalArgumentException e) {
            throw new ResourceException("tableCsvUrl: no CSV that can be read: " + e.getMessage(), e);
        }
        return rows;
    }

    private static TableContent json(TableElement table, JsonNode json) {
        JsonNode list = json.isTextual() ? parsed(json.textValue()) : json;
        if (!list.isArray()) {
            throw new IllegalArgumentException("a list of objects or of lists is right");
        }
        Set<String> names = new LinkedHashSet<>();
        list.forEach(row -> row.fieldNames().forEachRemaining(names::add));
        List<List<String>> rows = new ArrayList<>();
        if (!names.isEmpty() && table.hasHeader()) {
            rows.add(List.copyOf(names));
        }
        for (JsonNode row : list) {
            limit(rows.size(), Math.max(names.size(), row.size()));
            List<String> cells = new ArrayList<>();
            if (row.isObject()) {
                names.forEach(name -> cells.add(text(row.path(name))));
            } else if (row.isArray()) {
                row.forEach(cell -> cells.add(text(cell)));
            } else {
                cells.add(text(row));
            }
            rows.add(cells);
        }
        return listed(table, rows);
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.mapper().readTree(text.isBlank() ? "[]" : text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText("");
    }

    private static TableContent listed(TableElement table, List<List<String>> all) {
        int columns = all.stream().mapToInt(List::size).max().orElse(0);
        boolean named = table.hasHeader() && !all.isEmpty();
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : named ? all.subList(1, all.size()) : all) {
            List<String> padded = new ArrayList<>(row);
            while (padded.size() < columns) {
                padded.add("");
            }
            rows.add(padded);
        }
        return new TableContent(named ? header(table, columns, all.get(0)) : List.of(), rows, columns);
    }

    private static void limit(int rows, int columns) {
        if (rows > MOST_ROWS || columns > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "a table has at most " + MOST_ROWS + " rows and " + MOST_COLUMNS + " columns");
        }
    }
}
