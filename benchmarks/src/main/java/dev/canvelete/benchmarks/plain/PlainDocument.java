package dev.canvelete.benchmarks.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.benchmarks.work.Renderer;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The certificate written with PDFBox: text with subset fonts that are parsed once, boxes, lines and a star; gradients as
 * their first colour, which is less than the renderer does. Not thread-safe.
 */
public final class PlainDocument implements Renderer {
    private static final float POINTS = 0.75f;

    private final Design design;
    private final Map<String, TrueTypeFont> parsed = new HashMap<>();

    public PlainDocument(Design design) {
        this.design = design;
    }

    @Override
    public byte[] render(ObjectNode data) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(design.width() * POINTS, design.height() * POINTS));
            document.addPage(page);
            Map<String, PDType0Font> fonts = new HashMap<>();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                fill(content, String.valueOf(design.canvasData().background()));
                content.addRect(0, 0, design.width() * POINTS, design.height() * POINTS);
                content.fill();
                for (ObjectNode element : design.canvasData().elements()) {
                    if (element.path("type").asText().equals("text")) {
                        text(content, font(document, fonts, element), element, PlainElements.text(element, data));
                    } else {
                        shape(content, element);
                    }
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private PDType0Font font(PDDocument document, Map<String, PDType0Font> fonts, JsonNode element) throws IOException {
        String file = PlainFonts.file(element);
        PDType0Font known = fonts.get(file);
        if (known == null) {
            TrueTypeFont font = parsed.get(file);
            if (font == null) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(PlainFonts.open(file)));
                font.setEnableGsub(false);
                parsed.put(file, font);
            }
            known = PDType0Font.load(document, font, true);
            fonts.put(file, known);
        }
        return known;
    }

    private void text(PDPageContentStream content, PDType0Font font, JsonNode element, String text) throws IOException {
        float size = (float) element.path("fontSize").asDouble() * POINTS;
        double width = element.path("width").asDouble() * POINTS;
        double lineHeight = element.path("lineHeight").asDouble(1.2) * size;
        List<String> lines = PlainElements.lines(text, width, line -> width(font, size, line));
        fill(content, element.path("fill").asText());
        double y = (design.height() - element.path("y").asDouble()) * POINTS - size;
        for (String line : lines) {
            double free = element.path("textAlign").asText().equals("center") ? width - width(font, size, line) : 0;
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset((float) (element.path("x").asDouble() * POINTS + free / 2), (float) y);
            content.showText(line);
            content.endText();
            y -= lineHeight;
        }
    }

    private static double width(PDType0Font font, float size, String line) {
        try {
            return font.getStringWidth(line) / 1000 * size;
        } catch (IOException e) {
            throw new IllegalStateException("a font of the renderer's jar", e);
        }
    }

    private void shape(PDPageContentStream content, JsonNode element) throws IOException {
        fill(content, element.path("fill").asText());
        float height = (float) element.path("height").asDouble() * POINTS;
        float top = (float) (design.height() - element.path("y").asDouble()) * POINTS;
        content.addRect(
                (float) element.path("x").asDouble() * POINTS,
                top - height,
                (float) element.path("width").asDouble() * POINTS,
                height);
        if (element.has("stroke")) {
            content.setStrokingColor(PlainElements.color(element.path("stroke").asText()));
            content.stroke();
        } else {
            content.fill();
        }
    }

    private static void fill(PDPageContentStream content, String css) throws IOException {
        Color[] colors = PlainElements.colors(css);
        content.setNonStrokingColor(colors.length == 0 ? Color.WHITE : colors[0]);
    }
}
