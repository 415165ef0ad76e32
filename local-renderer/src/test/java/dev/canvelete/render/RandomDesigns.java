package dev.canvelete.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.json.Json;
import java.util.List;
import java.util.Random;

/** Designs of every kind of element with any of its fields, a few of them from data. The same seed, the same design. */
final class RandomDesigns {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 150;

    private static final List<String> TYPES = List.of(
            "rectangle",
            "circle",
            "container",
            "text",
            "text",
            "image",
            "svg",
            "line",
            "polygon",
            "star",
            "bezier",
            "qr",
            "barcode",
            "table");
    private static final List<String> COLORS = List.of(
            "#1d4ed8", "tomato", "rgba(16, 185, 129, 0.6)", "hsl(280 70% 50% / 40%)", "#000", "#fff", "{{color}}");
    private static final List<String> FILLS = List.of(
            "linear-gradient(30deg, gold, crimson 60%, #0000)",
            "linear-gradient(to left, #123 0 30%, #abc 30% 60%, #fed 60%)",
            "radial-gradient(circle closest-side at 30% 40%, white, navy)",
            "radial-gradient(#fff8, #000c)",
            "none",
            "{{fill}}");
    private static final List<String> TEXTS = List.of(
            "{{name}}",
            "Dear {{name}}, welcome to the {{title | uppercase}} meeting",
            "plain words that wrap",
            "{{#if badge}}{{badge}}{{else}}none{{/if}}",
            "مرحبا {{name}}",
            "Zażółć\ngęślą jaźń");
    private static final List<String> FAMILIES =
            List.of("Inter", "Roboto", "Playfair Display", "Great Vibes", "JetBrains Mono", "DejaVu Serif, serif");

    private final Random random;

    private RandomDesigns(long seed) {
        random = new Random(seed);
    }

    static Design of(long seed) {
        return DesignFile.read(json(seed).toString(), "random-" + seed);
    }

    static ObjectNode json(long seed) {
        return new RandomDesigns(seed).design();
    }

    private ObjectNode design() {
        ObjectNode design = Json.object();
        design.put("width", WIDTH).put("height", HEIGHT);
        ObjectNode canvas = design.putObject("canvasData");
        if (sometimes(3)) {
            canvas.put("background", sometimes(2) ? "transparent" : one(FILLS));
        }
        ArrayNode elements = canvas.putArray("elements");
        for (int count = 2 + random.nextInt(5); count > 0; count--) {
            elements.add(element(one(TYPES)));
        }
        return design;
    }

    private ObjectNode element(String type) {
        ObjectNode element = Json.object().put("type", type);
        element.put("x", random.nextInt(-20, 140)).put("y", random.nextInt(-20, 110));
        element.put("width", number(20, 120)).put("height", number(15, 80));
        if (sometimes(5)) {
            element.put("x", "{{x}}");
        }
        if (sometimes(4)) {
            element.put("rotation", random.nextInt(-180, 180));
        }
        if (sometimes(4)) {
            element.put("opacity", random.nextInt(1, 10) / 10.0);
        }
        switch (type) {
            case "rectangle" -> box(element);
            case "container" -> glass(box(element));
            case "circle", "star", "polygon", "bezier" -> shape(element);
            case "text" -> text(element);
            case "image" -> picture(element);
            case "svg" -> drawing(element);
            case "line" -> line(element);
            case "qr" -> element.put("qrValue", "{{id}}").put("qrColor", one(COLORS));
            case "barcode" -> element.put("barcodeValue", "{{id}}").put("barcodeFormat", "CODE128");
            default -> table(element);
        }
        return element;
    }

    private ObjectNode box(ObjectNode element) {
        filters(paint(element));
        if (sometimes(2)) {
            element.put("borderRadius", number(0, 40));
            element.put("borderStyle", one(List.of("solid", "dashed", "dotted")));
        }
        shadow(element);
        return element;
    }

    private void glass(ObjectNode element) {
        if (sometimes(2)) {
            element.put("backdropBlur", number(1, 9));
        }
    }

    private void shadow(ObjectNode element) {
        if (sometimes(3)) {
            element.put("boxShadow", one(List.of("2px 4px 6px #0008", "inset 0 0 8px 2px red", "0 0 0 3px gold")));
        }
    }

    private ObjectNode paint(ObjectNode element) {
        element.put("fill", one(sometimes(3) ? FILLS : COLORS));
        if (sometimes(2)) {
            element.put("stroke", one(COLORS)).put("strokeWidth", number(0, 8));
        }
        return element;
    }

    private void filters(ObjectNode element) {
        if (sometimes(6)) {
            element.put("blur", number(0, 6));
        }
        if (sometimes(8)) {
            element.put("hueRotate", random.nextInt(360)).put("contrast", 120);
        }
        if (sometimes(8)) {
            element.put("brightness", 80).put("saturate", 150);
        }
    }

    private void shape(ObjectNode element) {
        filters(paint(element));
        switch (element.path("type").asText()) {
            case "star" -> element.put("starPoints", random.nextInt(3, 9)).put("starInnerRadius", 0.5);
            case "polygon" -> element.put("polygonSides", random.nextInt(3, 9));
            case "bezier" -> {
                ArrayNode points = element.putArray("bezierPoints");
                for (int count = random.nextInt(3, 7); count > 0; count--) {
                    points.addObject().put("x", random.nextInt(100)).put("y", random.nextInt(80));
                }
            }
            default -> {}
        }
    }

    private void text(ObjectNode element) {
        element.put("text", one(TEXTS)).put("fontSize", number(8, 30)).put("fill", one(COLORS));
        element.put("fontFamily", one(FAMILIES)).put("fontWeight", 100 * random.nextInt(1, 10));
        element.put("textAlign", one(List.of("left", "center", "right", "justify")));
        filters(element);
        if (sometimes(3)) {
            element.put("letterSpacing", random.nextInt(-1, 4)).put("textDecoration", "underline");
        }
        if (sometimes(4)) {
            element.put("textShadowX", 1).put("textShadowY", 2).put("textShadowBlur", 3);
            element.put("textShadowColor", "#000a");
        }
        if (sometimes(5)) {
            element.put("textStrokeWidth", 1).put("textStrokeColor", one(COLORS));
        }
        if (sometimes(4)) {
            element.put("autoFit", true).put("fontStyle", "italic").put("verticalAlign", "middle");
        }
    }

    private void picture(ObjectNode element) {
        element.put("src", sometimes(2) ? "{{image}}" : one(BatchDesigns.IMAGES));
        element.put("objectFit", one(List.of("fill", "contain", "cover", "none", "scale-down")));
        if (sometimes(3)) {
            element.put("borderRadius", number(0, 30));
        }
        filters(element);
        shadow(element);
    }

    private void drawing(ObjectNode element) {
        if (sometimes(2)) {
            element.put(
                    "src",
                    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><circle cx='5' cy='5' r='4' fill='teal'/></svg>");
        } else {
            element.put("svgPath", "M0 0 L10 0 A5 5 0 0 1 0 10 Z").put("svgViewBox", "0 0 10 10");
            paint(element);
        }
    }

    private void line(ObjectNode element) {
        element.put("stroke", one(COLORS)).put("strokeWidth", number(1, 9));
        element.put("lineCap", one(List.of("butt", "round", "square")));
        if (sometimes(2)) {
            element.put("lineDash", "6,3");
        }
    }

    private void table(ObjectNode element) {
        element.put("tableRows", 2).put("tableColumns", 2).put("tableHasHeader", sometimes(2));
        element.put("tableBorderWidth", random.nextInt(3)).put("tableCellFontSize", 9);
        ArrayNode cells = element.putArray("tableCellData");
        cells.addObject().put("row", 0).put("col", 0).put("text", "{{name}}");
        cells.addObject().put("row", 1).put("col", 1).put("text", "b");
    }

    /** Mostly whole, sometimes not. */
    private double number(int from, int to) {
        int whole = random.nextInt(from, to);
        return sometimes(4) ? whole + random.nextInt(8) / 8.0 : whole;
    }

    private boolean sometimes(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
