package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.render.font.FontBook;
import dev.canvelete.render.font.FontException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Designs that are made to hurt are refused with element and field named, and little memory taken. */
class HostileDesignsTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();
    private static final int MILLION = 1_000_000;

    /** Some copies of a value of a few megabytes, but nothing that grows with what it asks for. */
    private static final long MOST_ALLOCATED = 150_000_000;

    private static ObjectNode element(String type) {
        return Json.object().put("type", type).put("id", "bad").put("width", 50).put("height", 50);
    }

    private static String svg(String content) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + content + "</svg>";
    }

    private static String png(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteBuffer file = ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue());
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(file.array());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of(
                        "gradient of a million stops",
                        element("rectangle").put("fill", "linear-gradient(" + "red,".repeat(MILLION) + "blue)"),
                        ".fill"),
                Arguments.of(
                        "a million shadows",
                        element("rectangle").put("boxShadow", "1px 1px red,".repeat(MILLION) + "1px 1px red"),
                        ".boxShadow"),
                Arguments.of(
                        "path of a million numbers",
                        element("svg").put("svgPath", "M0 0" + "L1 1".repeat(MILLION / 2)),
                        "path data of"),
                Arguments.of("text of a million letters", element("text").put("text", "a".repeat(MILLION)), "text"),
                Arguments.of("image of ten gigapixels", element("image").put("src", png(100_000, 100_000)), ".src"),
                Arguments.of("long and thin image", element("image").put("src", png(200_000, 1)), ".src"),
                Arguments.of("cut off image", element("image").put("src", png(100, 100)), ".src"),
                Arguments.of(
                        "entities",
                        element("svg")
                                .put(
                                        "src",
                                        "data:image/svg+xml,"
                                                + "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg xmlns='http://www.w3.org/2000/svg'/>"),
                        ".src"),
                Arguments.of(
                        "deep svg", element("svg").put("src", svg("<g>".repeat(5000) + "</g>".repeat(5000))), ".src"),
                Arguments.of(
                        "barcode of a million letters",
                        element("barcode").put("barcodeValue", "1".repeat(MILLION)),
                        "barcodeValue"),
                Arguments.of("qr code of a million letters", element("qr").put("qrValue", "1".repeat(MILLION)), "QR"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedCheaply(String what, ObjectNode element, String field) {
        Design design = design(element);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> draw(design))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("canvasData.elements[0]")
                .hasMessageContaining("bad")
                .hasMessageContaining(field)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2000));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
    }

    @Test
    void whatAnSvgRefersToOutsideIsNeverDrawn() throws Exception {
        Design harmless = design(element("svg").put("src", svg("<rect width='9' height='9' fill='red'/>")));
        Design referring = design(element("svg")
                .put(
                        "src",
                        svg(
                                "<rect width='9' height='9' fill='red'/><image href='file:///etc/hostname' width='9' height='9'/>"
                                        + "<script>alert(1)</script><use href='http://127.0.0.1:1/a.svg#x'/>")));

        assertThat(draw(referring)).isEqualTo(draw(harmless));
    }

    @Test
    void anSvgThatUsesItselfEnds() throws Exception {
        Design design = design(element("svg")
                .put("src", svg("<g id='a'><rect width='9' height='9' fill='red'/><use href='#a'/></g>")));
        try {
            assertThat(draw(design)).isNotEmpty();
        } catch (RenderException e) {
            assertThat(e).hasMessageContaining("canvasData.elements[0].src");
        }
    }

    @Test
    void aBrokenFontIsNamed() {
        for (byte[] content :
                List.of(new byte[0], new byte[100], "wOFF then nothing".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> FontBook.bundled().with(List.of(new FontBook.UserFont("odd.ttf", content))))
                    .isInstanceOf(FontException.class)
                    .hasMessageContaining("odd.ttf");
        }
    }

    private static Design design(ObjectNode element) {
        ObjectNode design = Json.object().put("width", 60).put("height", 60);
        design.putObject("canvasData").putArray("elements").add(element);
        return Design.of(design);
    }

    private static byte[] draw(Design design) throws RenderException {
        return ENGINE.render(design, RenderOptions.of(OutputFormat.PNG), RenderRecord.empty())
                .bytes();
    }
}
