package dev.canvelete.server.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that a template wants to be told.
 *
 * @param name where in {@code dynamicData} it is looked for, such as {@code name} or {@code user.firstName}
 * @param type what kind of value is wanted, as far as the template shows
 * @param defaultValue what stands there when it is not told; null if nothing does
 */
public record TemplateVariable(
        String name,
        Type type,
        @JsonProperty("default") @JsonInclude @Nullable String defaultValue) {
    /** What kind of value a variable wants. */
    public enum Type {
        TEXT,
        /** A picture's address. */
        IMAGE,
        /** A colour or gradient. */
        COLOR,
        NUMBER,
        /** Only asked whether it is there or true. */
        BOOLEAN,
        /** Gone through entry by entry. */
        LIST;

        /** The name in JSON: {@code text}. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
