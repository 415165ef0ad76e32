package dev.canvelete.api.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The designs that every server starts with, each with data that fills all of its fields. Thread-safe. */
public final class SampleDesigns {
    private static final List<String> NAMES = List.of("certificate_template", "badge_template", "product_card");

    private SampleDesigns() {}

    /** The ids of all samples. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The sample of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Design get(String id) {
        String file = id + ".json";
        return DesignFile.read(text(id, file), file);
    }

    /**
     * Data for the sample of that id; needs neither the network nor files.
     *
     * @throws IllegalArgumentException if there is no such sample
     */
    public static ObjectNode data(String id) {
        try {
            return Json.mapper().readValue(text(id, id + ".data.json"), ObjectNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the data of sample " + id, e);
        }
    }

    private static String text(String id, String file) {
        if (!NAMES.contains(id)) {
            throw new IllegalArgumentException("no sample " + id + "; one of " + NAMES + " is right");
        }
        try (InputStream in = SampleDesigns.class.getResourceAsStream("/dev/canvelete/samples/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + file + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + file, e);
        }
    }
}
