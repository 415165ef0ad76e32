package dev.canvelete.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The one JSON mapper. It keeps numbers exactly as they were written, writes times as ISO 8601 text, ignores fields
 * that it does not know, and refuses documents that nest deeper than {@value #MAX_DEPTH} levels. Thread-safe.
 */
public final class Json {
    /** The deepest nesting that is read. */
    public static final int MAX_DEPTH = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /** The shared mapper; callers must not reconfigure it. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** A new, empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Why a text could not be read: the parser's own words, without where it has the text from and what would make it lenient. */
    public static String reason(JsonProcessingException problem) {
        return problem.getOriginalMessage().replaceAll("(?s)\\s*\\((start marker|for ).*|: enable `.*", "");
    }

    /**
     * Any value (a map, a record, a list, text) as a JSON tree.
     *
     * @throws IllegalArgumentException if the value cannot be written as JSON
     */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }
}
