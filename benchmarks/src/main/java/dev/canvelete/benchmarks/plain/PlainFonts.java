package dev.canvelete.benchmarks.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The samples' fonts, out of the renderer's jar. */
final class PlainFonts {
    private PlainFonts() {}

    /** The name of the file that an element's font is in. */
    static String file(JsonNode element) {
        boolean bold = element.path("fontWeight").asText().equals("bold");
        boolean italic = element.path("fontStyle").asText().equals("italic");
        boolean serif = element.path("fontFamily").asText().contains("Serif");
        String style = (bold ? "Bold" : "") + (italic ? serif ? "Italic" : "Oblique" : "");
        return (serif ? "DejaVuSerif" : "DejaVuSans") + (style.isEmpty() ? "" : "-" + style) + ".ttf";
    }

    static InputStream open(String file) throws IOException {
        InputStream in = PlainFonts.class.getResourceAsStream("/dev/canvelete/render/font/files/" + file);
        if (in == null) {
            throw new FileNotFoundException(file);
        }
        return in;
    }
}
