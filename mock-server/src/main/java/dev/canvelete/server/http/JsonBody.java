package dev.canvelete.server.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.error.Refusal;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads a body as a JSON object. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * Reads it whole.
     *
     * @throws Refusal naming line and column if it is no JSON, or saying so if it is no object
     */
    public static ObjectNode read(InputStream body) {
        try {
            JsonNode node = Json.mapper().reader(new SharingNodes()).readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.invalid("", "the body must be a JSON object");
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("", "the body is no JSON: " + place(e.getLocation()) + reason(e));
        } catch (CharConversionException e) {
            throw Refusal.invalid("", "the body is no JSON: it is not written in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException("the body could not be read", e);
        }
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    /** The parser's own words, without its mentions of classes. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "it nests deeper than " + Json.MAX_DEPTH + " levels, or has a name, text or number that is too long";
        }
        if (e instanceof StreamReadException) {
            return Json.reason(e);
        }
        return "there is more after its end";
    }
}
