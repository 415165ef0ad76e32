package dev.canvelete.server.asset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The icons that the service offers: our own, drawn for it, as SVG. Thread-safe. */
public final class Icons {
    static final String FOLDER = "icons/";

    private static final String EXTENSION = ".svg";

    private @Nullable List<Icon> icons;

    /** All of them; read when they are first asked for. */
    private synchronized List<Icon> icons() {
        icons = Objects.requireNonNullElseGet(icons, Icons::read);
        return icons;
    }

    private static List<Icon> read() {
        try (InputStream list = Icons.class.getResourceAsStream("icons.json")) {
            List<Icon> read = new ArrayList<>();
            for (JsonNode icon : Json.mapper().readTree(list)) {
                List<String> tags = List.of(icon.path("tags").asText().split(" "));
                read.add(new Icon(
                        icon.path("name").asText(), tags, icon.path("path").asText()));
            }
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException("the icons could not be read", e);
        }
    }

    /** The icons that every word of a query fits, or else any. */
    public List<Icon> search(String query) {
        return SearchWords.find(icons(), icon -> icon.name() + " " + String.join(" ", icon.tags()), query);
    }

    Optional<AssetStore.Content> file(String name) {
        return icons().stream()
                .filter(icon -> name.equals(icon.name() + EXTENSION))
                .findFirst()
                .map(icon -> new AssetStore.Content(AssetFormat.SVG, icon.svg().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * An icon.
     *
     * @param path an SVG path in a box of 24 by 24, to be filled
     */
    public record Icon(String name, List<String> tags, String path) {
        /** Its file's name, for {@link AssetUrls#of(String)}. */
        public String file() {
            return FOLDER + name + EXTENSION;
        }

        private String svg() {
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\" viewBox=\"0 0 24 24\">"
                    + "<path fill-rule=\"evenodd\" d=\"" + path + "\"/></svg>";
        }
    }
}
