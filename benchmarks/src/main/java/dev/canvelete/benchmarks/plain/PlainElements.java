package dev.canvelete.benchmarks.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.org.okapibarcode.backend.QrCode;

/** Reads as much of a design as the samples have. */
final class PlainElements {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private PlainElements() {}

    /** A text with the record's data in it. */
    static String filled(String text, ObjectNode data) {
        String filled = text;
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            filled = filled.replace(
                    "{{" + field.getKey() + "}}", field.getValue().asText());
        }
        return filled;
    }

    static String text(JsonNode element, ObjectNode data) {
        String text = filled(element.path("text").asText(), data);
        return element.path("textTransform").asText().equals("uppercase")
                ? text.toUpperCase(java.util.Locale.ROOT)
                : text;
    }

    static Color color(String css) {
        if (css.startsWith("rgb")) {
            String[] parts = COMMA.split(css.substring(css.indexOf('(') + 1, css.indexOf(')')));
            int alpha = parts.length == 4 ? (int) Math.rint(255 * Double.parseDouble(parts[3])) : 255;
            return new Color(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), alpha);
        }
        return css.startsWith("#") ? Color.decode(css) : new Color(0, true);
    }

    /** The colours of a gradient, or the one colour of a fill. */
    static Color[] colors(String fill) {
        return Pattern.compile("#[0-9a-fA-F]{6}")
                .matcher(fill)
                .results()
                .map(match -> Color.decode(match.group()))
                .toArray(Color[]::new);
    }

    /** Breaks a text at spaces. */
    static List<String> lines(String text, double width, java.util.function.ToDoubleFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && measure.applyAsDouble(longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    static QrCode qr(JsonNode element, ObjectNode data) {
        QrCode code = new QrCode();
        code.setPreferredEccLevel(QrCode.EccLevel.M);
        code.setContent(filled(element.path("qrValue").asText(), data));
        return code;
    }
}
