package dev.canvelete.render.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Element;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.json.Json;
import dev.canvelete.render.font.FontBook;
import dev.canvelete.render.image.LoadedImages;
import dev.canvelete.render.resolve.text.TextLayout;
import dev.canvelete.render.resource.Limits;
import dev.canvelete.render.resource.ResourceLoader;
import dev.canvelete.render.scene.Bounds;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an element paints lies within its reach, so that a batch need not paint and encode more than that. */
class ReachTest {
    private static final ResourceLoader LOADER = new ResourceLoader(EngineSettings.standard(), Limits.standard());
    private static final ElementResolver RESOLVER = new ElementResolver(
            new TextLayout(FontBook.bundled()), new LoadedImages(LOADER, Limits.standard()), new TableData(LOADER), 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'rectangle', 'fill': 'red'",
                "'type': 'rectangle', 'fill': 'red', 'boxShadow': '0 10px 30px #0008'",
                "'type': 'container', 'fill': 'red', 'boxShadow': '-40px 3px 4px 5px #000, inset 0 0 90px blue'",
                "'type': 'image', 'boxShadow': '1px 2px 3px 4px #000, 0 25px red'",
                "'type': 'rectangle', 'fill': 'red', 'blur': 7, 'boxShadow': '0 10px 30px #0008'",
                "'type': 'circle', 'fill': 'red', 'stroke': 'blue', 'strokeWidth': 9, 'blur': 4",
                "'type': 'star', 'fill': 'red', 'stroke': 'blue', 'strokeWidth': 9",
                "'type': 'polygon', 'fill': 'red', 'stroke': 'blue', 'strokeWidth': 5, 'blur': 2",
                "'type': 'line', 'stroke': 'blue', 'strokeWidth': 30",
                "'type': 'text', 'text': 'Ägyptische Pyjamas', 'fontSize': 20",
                "'type': 'text', 'text': 'yes', 'fontSize': 20, 'textShadowX': 30, 'textShadowBlur': 8, 'textShadowColor': 'red'",
                "'type': 'text', 'text': 'yes', 'fontSize': 20, 'textStrokeWidth': 12, 'blur': 3",
                "'type': 'qr', 'qrValue': 'yes'",
                "'type': 'barcode', 'barcodeValue': 'yes'"
            })
    void holdsWhatIsPainted(String fields) throws Exception {
        Element element = element(fields);
        Rectangle2D painted = Bounds.of(RESOLVER.resolve(element, warning -> {}).orElseThrow());

        double reach = Reach.of(element);

        Rectangle2D expected = new Rectangle2D.Double(100 - reach, 100 - reach, 250 + 2 * reach, 60 + 2 * reach);
        assertThat(expected.contains(painted)).as(painted + " in " + expected).isTrue();
        assertThat(painted.getWidth()).isGreaterThan(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'boxShadow': 'nonsense'", "'boxShadow': ''", "'boxShadow': 'inset 0 0 80px red'"})
    void isNextToNothingWithoutShadow(String fields) throws Exception {
        assertThat(Reach.of(element("'type': 'rectangle', " + fields))).isEqualTo(1);
    }

    private static Element element(String fields) throws Exception {
        return Element.read(
                (ObjectNode) Json.mapper()
                        .readTree("{'x': 100, 'y': 100, 'width': 250, 'height': 60, %s}"
                                .formatted(fields)
                                .replace('\'', '"')),
                "e");
    }
}
