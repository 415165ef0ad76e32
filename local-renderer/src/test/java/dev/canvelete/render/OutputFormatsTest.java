package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.engine.FormatOptions;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.render.OutputFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the options mean in each format. */
class OutputFormatsTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();

    /** A disc on nothing. */
    private static final Design DISC = DesignFile.read("""
            {"width": 60, "height": 40, "canvasData": {"background": "transparent", "elements": [
              {"type": "circle", "x": 20, "y": 10, "width": 20, "height": 20, "fill": "#f00"}]}}""", "disc.json");

    private static RenderOptions options(OutputFormat format, int quality, int dpi) {
        return new RenderOptions(format, quality, null, null, 1, dpi, null, false);
    }

    private static byte[] file(RenderOptions options) throws Exception {
        return ENGINE.render(DISC, options, RenderRecord.empty()).bytes();
    }

    private static BufferedImage image(RenderOptions options) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(file(options)));
    }

    @ParameterizedTest
    @CsvSource({"72, 2835", "96, 3780", "300, 11811"})
    void pngStatesItsResolutionInPixelsToTheMetre(int dpi, int perMetre) throws Exception {
        byte[] png = file(options(OutputFormat.PNG, 90, dpi));
        int chunk = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");

        ByteBuffer data = ByteBuffer.wrap(png, chunk + 4, 9);
        assertThat(data.getInt()).isEqualTo(perMetre);
        assertThat(data.getInt()).isEqualTo(perMetre);
        assertThat(data.get()).isEqualTo((byte) 1);
    }

    @ParameterizedTest
    @CsvSource({"72", "300"})
    void jpgStatesItsResolutionInDotsToTheInch(int dpi) throws Exception {
        ByteBuffer jpg = ByteBuffer.wrap(file(options(OutputFormat.JPG, 90, dpi)));

        assertThat(new String(jpg.array(), 6, 4, StandardCharsets.US_ASCII)).isEqualTo("JFIF");
        assertThat(jpg.get(13)).isEqualTo((byte) 1);
        assertThat(jpg.getShort(14)).isEqualTo((short) dpi);
        assertThat(jpg.getShort(16)).isEqualTo((short) dpi);
    }

    @Test
    void aTransparentBackgroundStaysSoExceptInJpg() throws Exception {
        BufferedImage png = image(options(OutputFormat.PNG, 90, 96));
        assertThat(png.getRGB(0, 0)).isZero();
        assertThat(png.getRGB(30, 20)).isEqualTo(0xFFFF0000);

        BufferedImage webp = image(RenderOptions.of(OutputFormat.WEBP).with(FormatOptions.STANDARD.withLossless(true)));
        assertThat(webp.getRGB(0, 0)).isZero();
        assertThat(webp.getRGB(30, 20)).isEqualTo(0xFFFF0000);

        assertThat(new String(file(options(OutputFormat.SVG, 90, 96)), StandardCharsets.UTF_8))
                .containsOnlyOnce("<path");

        BufferedImage jpg = image(options(OutputFormat.JPG, 95, 96));
        assertThat(jpg.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "30,-,1,30,20",
                "-,80,1,120,80",
                "30,80,1,30,80",
                "-,-,0.1,6,4",
                "-,-,5,300,200",
                "30,-,2,60,40",
                "1,-,1,1,1"
            })
    void everyFormatHasTheSizeThatIsAskedFor(Integer width, Integer height, double scale, int outWidth, int outHeight)
            throws Exception {
        for (OutputFormat format : OutputFormat.values()) {
            RenderOptions options = new RenderOptions(format, 90, width, height, scale, 96, null, false);
            Rendering rendering = ENGINE.render(DISC, options, RenderRecord.empty());

            assertThat(rendering.width()).isEqualTo(outWidth);
            assertThat(rendering.height()).isEqualTo(outHeight);
            String text = new String(rendering.bytes(), StandardCharsets.ISO_8859_1);
            switch (format) {
                case PNG, JPG, WEBP -> {
                    BufferedImage image = ImageIO.read(new ByteArrayInputStream(rendering.bytes()));
                    assertThat(image.getWidth()).isEqualTo(outWidth);
                    assertThat(image.getHeight()).isEqualTo(outHeight);
                }
                case SVG ->
                    assertThat(text)
                            .contains("width=\"" + outWidth + "\" height=\"" + outHeight + "\" viewBox=\"0 0 60 40\"");
                case PDF -> {
                    try (PDDocument document = Loader.loadPDF(rendering.bytes())) {
                        assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(outWidth * 0.75f);
                        assertThat(document.getPage(0).getMediaBox().getHeight())
                                .isEqualTo(outHeight * 0.75f);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"JPG", "WEBP"})
    void qualityGoesFromOneToAHundred(OutputFormat format) throws Exception {
        int least = file(options(format, 1, 96)).length;

        assertThat(file(options(format, 90, 96)).length).isGreaterThan(least);
        assertThat(file(options(format, 100, 96)).length).isGreaterThan(file(options(format, 50, 96)).length);
        assertThat(file(options(format, 90, 96))).isEqualTo(file(RenderOptions.of(format)));
    }

    @Test
    void aLanguageIsATag() {
        assertThatThrownBy(() -> FormatOptions.STANDARD.withLanguage("English, of course"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BCP 47");
        assertThat(FormatOptions.STANDARD.withLanguage("zh-Hant-TW").language()).isEqualTo("zh-Hant-TW");
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void tooLargeAnOutputIsRefusedInEveryFormat(OutputFormat format) {
        RenderOptions options = new RenderOptions(format, 90, 9000, 9000, 1, 96, null, false);

        assertThatThrownBy(() -> ENGINE.render(DISC, options, RenderRecord.empty()))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("9000 x 9000 pixels");
    }
}
