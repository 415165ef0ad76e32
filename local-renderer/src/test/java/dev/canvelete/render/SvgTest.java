package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.FormatOptions;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();
    private static final RenderOptions SVG = RenderOptions.of(OutputFormat.SVG);
    private static final RenderOptions PATHS = SVG.with(FormatOptions.STANDARD.withTextAsPaths(true));

    static List<String> samples() {
        return SampleDesigns.names();
    }

    private static Design design(String elements) {
        return DesignFile.read(
                "{\"width\": 300, \"height\": 120, \"canvasData\": {\"elements\": [" + elements + "]}}", "x.json");
    }

    private static byte[] file(Design design, RenderOptions options) throws Exception {
        return ENGINE.render(design, options, RenderRecord.empty()).bytes();
    }

    private static Document parsed(byte[] svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(byte[] svg) throws Exception {
        return elements(parsed(svg), "text").stream()
                .map(Element::getTextContent)
                .toList();
    }

    /** Draws it with a renderer that has nothing to do with this one. */
    private static BufferedImage drawn(byte[] svg, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Objects.requireNonNull(new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault()))
                .render(null, graphics);
        graphics.dispose();
        return image;
    }

    private static BufferedImage png(Design design) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(file(design, RenderOptions.of(OutputFormat.PNG))));
    }

    /** The mean difference of a channel over white, 0..255. */
    private static double difference(BufferedImage expected, BufferedImage actual) {
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        double sum = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                sum += difference(expected.getRGB(x, y), actual.getRGB(x, y));
            }
        }
        return sum / expected.getWidth() / expected.getHeight() / 3;
    }

    private static double difference(int expected, int actual) {
        double sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            sum += Math.abs(overWhite(expected, shift) - overWhite(actual, shift));
        }
        return sum;
    }

    private static double overWhite(int argb, int shift) {
        double alpha = (argb >>> 24) / 255.0;
        return (argb >> shift & 0xFF) * alpha + 255 * (1 - alpha);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void drawnByAnotherRendererItIsThePng(String sample) throws Exception {
        Design design = SampleDesigns.get(sample);
        assertThat(difference(png(design), drawn(file(design, PATHS), design.width(), design.height())))
                .isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"type": "rectangle", "x": 10, "y": 10, "width": 120, "height": 80, "borderRadius": 20, "strokeWidth": 5,
                 "stroke": "navy", "borderStyle": "dashed", "fill": "linear-gradient(30deg, rgba(255,0,0,.2), blue)"}""", """
                {"type": "circle", "x": 10, "y": 10, "width": 200, "height": 90,
                 "fill": "radial-gradient(ellipse at 20% 30%, yellow, rgba(0,90,0,.5) 40%, transparent)"}""", """
                {"type": "star", "x": 40, "y": 5, "width": 100, "height": 100, "rotation": 20, "opacity": 0.4,
                 "fill": "orange"}""", """
                {"type": "line", "x": 20, "y": 60, "width": 250, "stroke": "teal", "strokeWidth": 9,
                 "lineCap": "round", "lineDash": "20,14"}""", """
                {"type": "rectangle", "x": 30, "y": 20, "width": 100, "height": 60, "fill": "#abc", "hueRotate": 90,
                 "boxShadow": "0 4px 12px rgba(0,0,0,.5)"}""", """
                {"type": "text", "x": 10, "y": 10, "width": 280, "fontSize": 30, "text": "Office (אבג) العربية",
                 "textDecoration": "underline", "rotation": 4}"""})
    void eachKindOfDrawingLooksTheSame(String element) throws Exception {
        Design design = design(element);
        RenderOptions large = new RenderOptions(OutputFormat.PNG, 90, null, null, 3, 96, null, false);
        RenderOptions largePaths =
                new RenderOptions(OutputFormat.SVG, 90, null, null, 3, 96, null, false, PATHS.extras());
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file(design, large)));
        BufferedImage blank = new BufferedImage(900, 360, BufferedImage.TYPE_INT_ARGB);

        // Antialiasing makes some difference along edges; what is drawn must make much more.
        assertThat(difference(expected, drawn(file(design, largePaths), 900, 360)))
                .isLessThan(difference(expected, blank) / 15);
    }

    @Test
    void standsAlone() throws Exception {
        String hostile = "<script>alert(1)</script> ]]> &amp; \"' \\u0007 \\ud800 ";
        Design design = DesignFile.read("""
                {"name": "A <title> & \\"more\\" \\u0001", "width": 300, "height": 100, "canvasData": {"elements": [
                  {"type": "text", "width": 280, "text": "%s"},
                  {"type": "image", "width": 20, "height": 20, "src": "%s"}]}}""".formatted(hostile.replace("\"", "\\\""), SampleImages.PNG), "x.json");
        RenderOptions options = SVG.with(FormatOptions.STANDARD.withLanguage("de-CH"));

        Document document = parsed(file(design, options));

        assertThat(elements(document, "script")).isEmpty();
        assertThat(document.getDocumentElement().getAttribute("xml:lang")).isEqualTo("de-CH");
        assertThat(elements(document, "title").getFirst().getTextContent()).startsWith("A <title> & \"more\"");
        assertThat(elements(document, "text").getFirst().getTextContent())
                .contains("<script>alert(1)</script> ]]> &amp; \"'");
        NodeList all = document.getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (int k = 0; k < element.getAttributes().getLength(); k++) {
                String name = element.getAttributes().item(k).getNodeName();
                String value = element.getAttributes().item(k).getNodeValue();
                assertThat(name).doesNotStartWith("on");
                assertThat(value).doesNotContain("javascript:");
                if (name.equals("id")) {
                    assertThat(ids.add(value)).isTrue();
                }
                if (name.endsWith("href")) {
                    assertThat(value.startsWith("#") || value.startsWith("data:image/"))
                            .isTrue();
                }
            }
        }
        assertThat(elements(document, "style").getFirst().getTextContent())
                .doesNotContain("http")
                .doesNotContain("@import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Office fjord affluent",
                "السلام عليكم",
                "שלום (טקסט)",
                "हिन्दी क्षत्रिय",
                "น้ำใจ กำลัง",
                "e\u0301 n\u0303 combining",
                "😀 and more"
            })
    void keepsTextAsItIsWritten(String text) throws Exception {
        Design design =
                design("{\"type\": \"text\", \"width\": 290, \"fontFamily\": \"Lora\", \"text\": \"" + text + "\"}");

        assertThat(texts(file(design, SVG))).containsExactly(text);
    }

    @Test
    void linesOfOneTextAreOneElement() throws Exception {
        Design design = design("{\"type\": \"text\", \"width\": 60, \"text\": \"three lines of\\ntext\"}");

        assertThat(texts(file(design, SVG))).containsExactly("three lines of text");
    }

    private static List<Font> fonts(Document document) throws Exception {
        List<Font> fonts = new ArrayList<>();
        for (String rule :
                elements(document, "style").getFirst().getTextContent().split("@font-face")) {
            if (rule.contains("base64,")) {
                String data = rule.substring(rule.indexOf("base64,") + 7, rule.indexOf(")}"));
                fonts.add(Font.createFont(
                        Font.TRUETYPE_FONT,
                        new ByteArrayInputStream(Base64.getDecoder().decode(data))));
            }
        }
        return fonts;
    }

    /** The outlines of a text element's characters as a reader finds them: by font, character and place. */
    private static Path2D outlines(Document document, double size) throws Exception {
        List<Font> fonts = fonts(document);
        FontRenderContext exact = new FontRenderContext(null, true, true);
        Path2D all = new Path2D.Double();
        double y = 0;
        for (Element span : elements(document, "tspan")) {
            Font font = fonts.get(
                            Integer.parseInt(span.getAttribute("font-family").substring(1)))
                    .deriveFont((float) size);
            y = span.hasAttribute("y") ? Double.parseDouble(span.getAttribute("y")) : y;
            String[] places = span.getAttribute("x").split(" ");
            for (int i = 0; i < places.length; i++) {
                String character = span.getTextContent().substring(i, i + 1);
                all.append(
                        font.createGlyphVector(exact, character)
                                .getOutline((float) Double.parseDouble(places[i]), (float) y),
                        false);
            }
        }
        return all;
    }

    /** A ligature of a letter with itself takes a font of blanks, which browsers refuse when nothing in it has an outline. */
    @Test
    void everyFontHasAnOutline() throws Exception {
        Document document = parsed(file(
                design("{\"type\": \"text\", \"width\": 290, \"text\": \"ffi\", \"fontFamily\": \"Open Sans\"}"), SVG));

        assertThat(elements(document, "tspan")).hasSize(2);
        assertThat(fonts(document)).hasSize(2).allSatisfy(font -> assertThat(
                        font.createGlyphVector(new FontRenderContext(null, true, true), new int[] {0})
                                .getGlyphOutline(0)
                                .getPathIterator(null)
                                .isDone())
                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "ﻻ سلام"})
    void fontsHaveTheGlyphsThatShapingChose(String text) throws Exception {
        Design design = design("{\"type\": \"text\", \"width\": 290, \"fontSize\": 60, \"fontFamily\": \"Lora\","
                + " \"text\": \"" + text + "\"}");
        BufferedImage image = new BufferedImage(300, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.BLACK);
        graphics.fill(outlines(parsed(file(design, SVG)), 60));
        graphics.dispose();
        BufferedImage blank = new BufferedImage(300, 120, BufferedImage.TYPE_INT_ARGB);

        BufferedImage expected = png(design);
        assertThat(difference(expected, image)).isLessThan(difference(expected, blank) / 8);
    }

    @Test
    void embedsAnImageOnce() throws Exception {
        String image = "{\"type\": \"image\", \"x\": %d, \"width\": 20, \"height\": 20, \"src\": \"" + SampleImages.PNG
                + "\"}";
        Document document = parsed(file(design(image.formatted(0) + "," + image.formatted(50)), SVG));

        assertThat(elements(document, "image")).hasSize(1);
        assertThat(elements(document, "use")).hasSize(2);
    }

    @Test
    void scalesByItsViewBox() throws Exception {
        RenderOptions options = new RenderOptions(OutputFormat.SVG, 90, 600, 120, 1, 96, "transparent", false);

        Element root = parsed(file(design(""), options)).getDocumentElement();

        assertThat(root.getAttribute("width")).isEqualTo("600");
        assertThat(root.getAttribute("height")).isEqualTo("120");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 300 120");
        assertThat(elements(root.getOwnerDocument(), "path")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void recordsOfABatchHaveTheBytesOfSingleOnes(String sample) throws Exception {
        Design design = SampleDesigns.get(sample);
        PreparedDesign prepared = ENGINE.prepare(design, SVG);
        for (String name : List.of("Ada", "Łukasz فارسی office", "Zoë", "Ada")) {
            ObjectNode data = SampleDesigns.data(sample).put("name", name);
            RenderRecord record = RenderRecord.of(data, null);
            assertThat(prepared.render(record).bytes())
                    .isEqualTo(ENGINE.render(design, SVG, record).bytes());
        }
    }

    @Test
    void glassOverWhatARecordChangesIsItsOwn() throws Exception {
        Design design = design("""
                {"type": "rectangle", "width": 200, "height": 100, "fill": "{{color}}"},
                {"type": "container", "x": 50, "y": 20, "width": 200, "height": 80, "backdropBlur": 5,
                 "fill": "rgba(255,255,255,.3)"}""");
        PreparedDesign prepared = ENGINE.prepare(design, SVG);
        Set<String> seen = new HashSet<>();
        for (String color : List.of("red", "blue")) {
            RenderRecord record = RenderRecord.of(Json.object().put("color", color), null);
            byte[] svg = prepared.render(record).bytes();
            assertThat(svg).isEqualTo(ENGINE.render(design, SVG, record).bytes());
            seen.add(elements(parsed(svg), "image").getFirst().getAttribute("xlink:href"));
        }
        assertThat(seen).hasSize(2);
    }
}
