package dev.canvelete.server.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a value inside of JSON must be; all that is given must hold.
 *
 * @param path a JSON Pointer (RFC 6901), such as {@code /address/city}
 * @param equal the value itself; numbers are compared as numbers
 * @param contains a part of a text
 * @param present whether there must be a value at all, null being none
 */
public record JsonCondition(
        String path,
        @JsonProperty("equals") @Nullable JsonNode equal,
        @Nullable String contains,
        @Nullable Boolean present) {
    /** @throws IllegalArgumentException if the path is no JSON Pointer, or nothing is demanded */
    public JsonCondition {
        JsonPointer.compile(path);
        if (equal == null && contains == null && present == null) {
            throw new IllegalArgumentException("one of equals, contains, present is right for " + path);
        }
    }

    /** The value at that path must be this one. */
    public static JsonCondition equal(String path, JsonNode value) {
        return new JsonCondition(path, value, null, null);
    }

    /** Whether the JSON meets it. */
    public boolean holds(JsonNode json) {
        JsonNode value = json.at(path);
        boolean there = !value.isMissingNode() && !value.isNull();
        return (present == null || (present == there))
                && (contains == null || (value.isTextual() && value.textValue().contains(contains)))
                && (equal == null || same(equal, value));
    }

    private static boolean same(JsonNode wanted, JsonNode value) {
        return (wanted.isNumber() && value.isNumber())
                ? wanted.decimalValue().compareTo(value.decimalValue()) == 0
                : wanted.equals(value);
    }
}
