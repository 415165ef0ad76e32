package dev.canvelete.render.paint.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** That a buffer grows in time, whatever is written and wherever its array happens to end. */
class PdfBufferTest {
    private static final List<Consumer<PdfBuffer>> WRITINGS = List.of(
            buffer -> buffer.name('F', 1_234_567),
            buffer -> buffer.name("Läng(e)"),
            buffer -> buffer.integer(Long.MIN_VALUE + 1),
            buffer -> buffer.number(-999_999.123_456_7, PdfBuffer.MAX_DIGITS),
            buffer -> buffer.number(-0.000_000_1, PdfBuffer.MAX_DIGITS),
            buffer -> buffer.matrix(AffineTransform.getRotateInstance(1, 300, 400), 3),
            buffer -> buffer.reference(Integer.MAX_VALUE),
            buffer -> buffer.hex(0xABCD, 4),
            buffer -> buffer.text("a (b) \\ c"),
            buffer -> buffer.text("žluťoučký"),
            buffer -> buffer.operator("Tj"),
            buffer -> buffer.raw(new byte[] {'x', 'y', 'z'}).raw('!'));

    @Test
    void growsWhereverItsArrayEnds() {
        for (Consumer<PdfBuffer> writing : WRITINGS) {
            PdfBuffer roomy = new PdfBuffer(1_000);
            writing.accept(roomy.put("BT"));
            for (int capacity = 0; capacity <= roomy.length(); capacity++) {
                PdfBuffer tight = new PdfBuffer(capacity);
                writing.accept(tight.put("BT"));
                assertThat(tight.ascii()).isEqualTo(roomy.ascii());
            }
        }
    }
}
