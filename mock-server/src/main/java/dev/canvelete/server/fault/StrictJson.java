package dev.canvelete.server.fault;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.clock.DurationText;
import dev.canvelete.server.error.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads values that people write for tests: a field that is unknown or of the wrong type is refused with its place and
 * with what would be right. Durations are texts, as {@link DurationText} reads them.
 */
public final class StrictJson {
    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .registerModule(new SimpleModule()
                    .addDeserializer(Duration.class, new DurationReader())
                    .addSerializer(Duration.class, new DurationWriter()));

    static {
        // A switch that is not named is off.
        MAPPER.configOverride(boolean.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private StrictJson() {}

    /**
     * Reads a value.
     *
     * @param place of the JSON in the request; empty for the request itself
     * @throws Refusal naming the place of what is wrong
     */
    public static <T> T read(JsonNode json, Class<T> type, String place) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonMappingException e) {
            throw Refusal.invalid(place(place, e), reason(e));
        } catch (JsonProcessingException e) {
            throw Refusal.invalid(place, e.getOriginalMessage());
        }
    }

    /** A value as JSON, which {@link #read} reads again. */
    public static JsonNode write(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static String place(String place, JsonMappingException e) {
        StringBuilder path = new StringBuilder(place);
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String reason(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "there is no such field; right are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidTypeIdException kind -> kinds(kind);
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "one of "
                        + Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(StrictJson::text)
                                .collect(Collectors.joining(", "))
                        + " is right";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null ->
                "a value of the type " + mismatch.getTargetType().getSimpleName() + " is right";
            default ->
                e.getCause() == null
                        ? e.getOriginalMessage()
                        : String.valueOf(e.getCause().getMessage());
        };
    }

    private static String text(Object constant) {
        return write(constant).asText();
    }

    private static String kinds(InvalidTypeIdException e) {
        JsonSubTypes known = e.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class);
        JsonTypeInfo info = e.getBaseType().getRawClass().getAnnotation(JsonTypeInfo.class);
        return info.property() + ": one of "
                + Arrays.stream(known.value()).map(JsonSubTypes.Type::name).collect(Collectors.joining(", "))
                + " is right";
    }

    private static final class DurationReader extends JsonDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return DurationText.parse(parser.getValueAsString(""));
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, e.getMessage(), e);
            }
        }
    }

    private static final class DurationWriter extends JsonSerializer<Duration> {
        @Override
        public void serialize(Duration value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }
}
