package dev.canvelete.cli.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records of a CSV file (RFC 4180) with a line of names at its head. Values are text; an empty field is null, which
 * hides an element of that name. A name with dots is a path: {@code address.city}.
 */
final class CsvRows implements RowReader {
    /** The longest line of names; what separates them is looked for there. */
    private static final int LONGEST_HEAD = 1 << 16;

    private static final String SEPARATORS = ",;\t|";

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private long count;

    /** @param separator between fields; null to find out from the line of names */
    CsvRows(Reader text, String name, @Nullable Character separator) throws IOException {
        BufferedReader buffered = new BufferedReader(text, LONGEST_HEAD);
        this.name = name;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator == null ? separator(buffered) : separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(buffered);
        this.records = reader.iterator();
        this.columns = columns();
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEAD);
        char[] head = new char[LONGEST_HEAD - 1];
        int length = Math.max(0, text.read(head, 0, head.length));
        text.reset();
        String line = new String(head, 0, length).lines().findFirst().orElse("");
        return (char) SEPARATORS
                .chars()
                .reduce((a, b) -> count(line, b) > count(line, a) ? b : a)
                .orElse(',');
    }

    private static long count(String line, int character) {
        return line.chars().filter(c -> c == character).count();
    }

    private List<String> columns() throws IOException {
        CsvRecord head = record();
        if (head == null) {
            throw new CommandFailure(name + " is empty; its first line names the columns");
        }
        List<String> names = head.getFields().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty() || !seen.add(names.get(i))) {
                throw new CommandFailure(name + ":1: column " + (i + 1)
                        + (names.get(i).isEmpty() ? " has no name" : " is a second \"" + names.get(i) + "\""));
            }
        }
        return names;
    }

    private @Nullable CsvRecord record() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw new CommandFailure(name + ": no CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        CsvRecord next = record();
        if (next == null) {
            return null;
        }
        count++;
        long line = next.getStartingLineNumber();
        String place = name + ":" + line;
        if (next.getFieldCount() != columns.size()) {
            return Row.bad(
                    count,
                    place,
                    line,
                    "has " + next.getFieldCount() + " fields, where line 1 names " + columns.size() + " columns");
        }
        ObjectNode data = Json.object();
        for (int i = 0; i < columns.size(); i++) {
            put(data, columns.get(i), next.getField(i));
        }
        return Row.good(count, place, line, data);
    }

    private static void put(ObjectNode data, String column, String value) {
        String[] path = column.split("\\.");
        ObjectNode scope = data;
        for (int i = 0; i < path.length - 1; i++) {
            scope = scope.get(path[i]) instanceof ObjectNode inner ? inner : scope.putObject(path[i]);
        }
        scope.put(path.length == 0 ? column : path[path.length - 1], value.isEmpty() ? null : value);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
