package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.FormatOptions;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.render.OutputFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();
    private static final RenderOptions LOSSLESS =
            RenderOptions.of(OutputFormat.WEBP).with(FormatOptions.STANDARD.withLossless(true));

    /** Half transparent, with colours that premultiplication rounds. */
    private static final Design GLASS = DesignFile.read("""
            {"width": 90, "height": 60, "canvasData": {"background": "transparent", "elements": [
              {"type": "rectangle", "x": 5, "y": 5, "width": 50, "height": 40, "fill": "rgba(250, 100, 3, 0.37)"},
              {"type": "circle", "x": 30, "y": 10, "width": 45, "height": 45,
               "fill": "radial-gradient(rgba(0, 80, 255, 0.9), transparent)"}]}}""", "glass.json");

    private static byte[] file(Design design, RenderOptions options) throws Exception {
        return ENGINE.render(design, options, RenderRecord.empty()).bytes();
    }

    /** Reads it with TwelveMonkeys' reader, which has nothing in common with the writer. */
    private static BufferedImage decoded(byte[] webp) throws Exception {
        ImageReader reader = new com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi().createReaderInstance();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(webp))) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] png(Design design) throws Exception {
        return pixels(ImageIO.read(new ByteArrayInputStream(file(design, RenderOptions.of(OutputFormat.PNG)))));
    }

    /** The mean difference of a channel of colours that are to be seen, 0..255. */
    private static double difference(int[] expected, int[] actual) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((expected[i] >> shift & 0xFF) - (actual[i] >> shift & 0xFF))
                        * (expected[i] >>> 24)
                        / 255.0;
            }
        }
        return sum / expected.length / 3;
    }

    @Test
    void losslessHasThePixelsOfPng() throws Exception {
        assertThat(pixels(decoded(file(GLASS, LOSSLESS)))).isEqualTo(png(GLASS));
        Design badge = SampleDesigns.get("badge_template");
        assertThat(pixels(decoded(file(badge, LOSSLESS)))).isEqualTo(png(badge));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 90, 100})
    void lossyIsNearAndKeepsAlpha(int quality) throws Exception {
        RenderOptions options = new RenderOptions(OutputFormat.WEBP, quality, null, null, 1, 96, null, false);
        int[] expected = png(GLASS);

        int[] actual = pixels(decoded(file(GLASS, options)));

        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i] >>> 24).isEqualTo(expected[i] >>> 24);
        }
        assertThat(difference(expected, actual)).isLessThan(quality == 1 ? 25 : 5);
    }

    @Test
    void betterQualityIsLarger() throws Exception {
        Design card = SampleDesigns.get("product_card");
        int before = 0;
        for (int quality : List.of(1, 30, 60, 90, 100)) {
            RenderOptions options = new RenderOptions(OutputFormat.WEBP, quality, null, null, 1, 96, null, false);
            int length = file(card, options).length;
            assertThat(length).isGreaterThan(before);
            before = length;
        }
    }

    @Test
    void manyThreadsGiveTheSameBytes() throws Exception {
        PreparedDesign prepared = ENGINE.prepare(GLASS, RenderOptions.of(OutputFormat.WEBP));
        byte[] alone = file(GLASS, RenderOptions.of(OutputFormat.WEBP));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> work = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                work.add(() -> prepared.render(RenderRecord.empty()).bytes());
            }
            for (Future<byte[]> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
