package dev.canvelete.api.design;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Which {@code type} is which element. */
final class ElementTypes {
    private static final Map<String, BiFunction<Fields, Box, Element>> READERS = new TreeMap<>(Map.ofEntries(
            Map.entry("rectangle", RectangleElement::read),
            Map.entry("rect", RectangleElement::read),
            Map.entry("circle", EllipseElement::read),
            Map.entry("ellipse", EllipseElement::read),
            Map.entry("container", ContainerElement::read),
            Map.entry("text", TextElement::read),
            Map.entry("image", ImageElement::read),
            Map.entry("svg", SvgElement::read),
            Map.entry("line", LineElement::read),
            Map.entry("polygon", PolygonElement::read),
            Map.entry("star", StarElement::read),
            Map.entry("bezier", BezierElement::read),
            Map.entry("qr", QrElement::read),
            Map.entry("qrcode", QrElement::read),
            Map.entry("barcode", BarcodeElement::read),
            Map.entry("table", TableElement::read)));

    private ElementTypes() {}

    /** Reads what the fields say; an unknown type is a fault and reads as an empty rectangle. */
    static Element read(Fields fields, String place) {
        Box box = Box.read(fields, place);
        String type = fields.text("type", "");
        BiFunction<Fields, Box, Element> reader = READERS.get(type.toLowerCase(Locale.ROOT));
        if (reader == null) {
            fields.fault(
                    "type",
                    "unknown element type \"" + type + "\" of element " + box.label() + "; one of "
                            + String.join(", ", READERS.keySet()) + " is right");
            return RectangleElement.read(fields, box);
        }
        return reader.apply(fields, box);
    }
}
