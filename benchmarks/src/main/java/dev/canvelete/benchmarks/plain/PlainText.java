package dev.canvelete.benchmarks.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** A text element for Java2D. */
record PlainText(Font font, Color color, boolean centred, double lineHeight) {
    static PlainText of(JsonNode element) {
        float size = (float) element.path("fontSize").asDouble();
        float tracking = (float) (element.path("letterSpacing").asDouble() / size);
        try (InputStream in = PlainFonts.open(PlainFonts.file(element))) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
            return new PlainText(
                    tracking == 0 ? font : font.deriveFont(Map.of(TextAttribute.TRACKING, tracking)),
                    PlainElements.color(element.path("fill").asText("#000000")),
                    element.path("textAlign").asText().equals("center"),
                    element.path("lineHeight").asDouble(1.2) * size);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("a font of the renderer's jar", e);
        }
    }

    void draw(Graphics2D graphics, String text, Rectangle2D box) {
        graphics.setFont(font);
        graphics.setColor(color);
        FontMetrics metrics = graphics.getFontMetrics();
        double y = box.getY() + (lineHeight - metrics.getHeight()) / 2 + metrics.getAscent();
        for (String line : PlainElements.lines(text, box.getWidth(), metrics::stringWidth)) {
            double x = centred ? box.getCenterX() - metrics.stringWidth(line) / 2.0 : box.getX();
            graphics.drawString(line, (float) x, (float) y);
            y += lineHeight;
        }
    }
}
