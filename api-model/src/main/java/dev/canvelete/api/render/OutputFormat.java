package dev.canvelete.api.render;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a render can be written as. */
public enum OutputFormat {
    PNG("image/png"),
    JPG("image/jpeg"),
    WEBP("image/webp"),
    PDF("application/pdf"),
    SVG("image/svg+xml");

    private final String mediaType;

    OutputFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The Internet media type (RFC 6838) of such a file. */
    public String mediaType() {
        return mediaType;
    }

    /** The name in JSON, which is the file name's extension too: {@code png}. */
    @JsonValue
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name, in any case; {@code jpeg} is {@code jpg}. */
    public static Optional<OutputFormat> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String known = wanted.equals("jpeg") ? "jpg" : wanted;
        return Arrays.stream(values()).filter(f -> f.extension().equals(known)).findFirst();
    }

    /** Every name, for messages: {@code png, jpg, …}. */
    public static String names() {
        return Arrays.stream(values()).map(OutputFormat::extension).collect(Collectors.joining(", "));
    }

    @JsonCreator
    static OutputFormat ofJson(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown format \"" + name + "\"; one of " + names() + " is right"));
    }
}
