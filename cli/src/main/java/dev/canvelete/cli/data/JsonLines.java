package dev.canvelete.cli.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** One JSON object on each line; blank lines are passed over, and a line that is wrong fails alone. */
final class JsonLines implements RowReader {
    private final String name;
    private final BufferedReader text;
    private long line;
    private long count;

    JsonLines(Reader text, String name) {
        this.name = name;
        this.text = new BufferedReader(text);
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (String next = text.readLine(); next != null; next = text.readLine()) {
            line++;
            if (!next.isBlank()) {
                count++;
                return row(next);
            }
        }
        return null;
    }

    private Row row(String content) {
        String place = name + ":" + line;
        try {
            JsonNode node = Json.mapper().readTree(content);
            return node instanceof ObjectNode data
                    ? Row.good(count, place, line, data)
                    : Row.bad(count, place, line, "is no object such as {\"name\": \"Ada\"}");
        } catch (JsonProcessingException e) {
            return Row.bad(count, place, line, "no JSON: " + Json.reason(e));
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
