package dev.canvelete.cli.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The objects of a JSON array, or objects one after another; a single one is one record. */
final class JsonRows implements RowReader {
    private static final ObjectReader VALUES =
            Json.mapper().readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String name;
    private final JsonParser parser;
    private boolean begun;
    private boolean ended;
    private boolean array;
    private long count;

    JsonRows(Reader text, String name) throws IOException {
        this.name = name;
        this.parser = Json.mapper().createParser(text);
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            JsonToken token = ended ? null : parser.nextToken();
            if (!begun && token == JsonToken.START_ARRAY) {
                array = true;
                token = parser.nextToken();
            }
            begun = true;
            ended = token == null || (array && token == JsonToken.END_ARRAY);
            return ended ? null : row();
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new CommandFailure(name + ":" + line + ": no JSON: " + Json.reason(e), e);
        }
    }

    private Row row() throws IOException {
        String place = name + ":" + parser.currentTokenLocation().getLineNr();
        JsonNode node = VALUES.readTree(parser);
        count++;
        long position = parser.currentLocation().getCharOffset();
        return node instanceof ObjectNode data
                ? Row.good(count, place, position, data)
                : Row.bad(count, place, position, "is no object such as {\"name\": \"Ada\"}");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
