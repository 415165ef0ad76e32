package dev.canvelete.api.render;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far a render or a batch has come. */
public enum RenderStatus {
    QUEUED,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** A status that this version does not know; never sent, only read. */
    UNKNOWN;

    /** Whether nothing more will happen. */
    public boolean ended() {
        return switch (this) {
            case COMPLETED, FAILED, CANCELLED -> true;
            case QUEUED, PROCESSING, UNKNOWN -> false;
        };
    }

    /** The name in JSON: {@code queued}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that name; {@code pending}, as some dialects say, is {@link #QUEUED}. */
    @JsonCreator
    public static RenderStatus named(String name) {
        if (name.equalsIgnoreCase("pending")) {
            return QUEUED;
        }
        return Arrays.stream(values())
                .filter(s -> s.wireName().equalsIgnoreCase(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
