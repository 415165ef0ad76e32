package dev.canvelete.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderEngineTest {
    private final RenderEngine engine = Engines.create("placeholder", EngineSettings.standard());

    @ParameterizedTest
    @CsvSource({"PNG,1,1", "PNG,600,900", "PNG,1123,794", "JPG,1,1", "JPG,600,900", "JPG,1123,794", "JPG,17,8"})
    void theJdkReadsPicturesOfTheDesignsSize(OutputFormat format, int width, int height) throws Exception {
        Rendering rendering = render(width, height, RenderOptions.of(format));

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(rendering.bytes()));
        assertThat(image.getWidth()).isEqualTo(width).isEqualTo(rendering.width());
        assertThat(image.getHeight()).isEqualTo(height).isEqualTo(rendering.height());
        int grey = image.getRGB(0, 0);
        assertThat(image.getRGB(width - 1, height - 1)).isEqualTo(grey);
    }

    @Test
    void aWebpIsOneChunkOfItsSize() throws Exception {
        byte[] file = render(600, 900, RenderOptions.of(OutputFormat.WEBP)).bytes();

        assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(file).hasSizeLessThan(50);
        int size = (file[21] & 0xff) | (file[22] & 0xff) << 8 | (file[23] & 0xff) << 16 | (file[24] & 0xff) << 24;
        assertThat((size & 0x3fff) + 1).isEqualTo(600);
        assertThat((size >> 14 & 0x3fff) + 1).isEqualTo(900);
    }

    @Test
    void aPdfsPageIsInPoints() throws Exception {
        byte[] file = render(600, 900, RenderOptions.of(OutputFormat.PDF)).bytes();

        assertThat(new String(file, StandardCharsets.US_ASCII))
                .startsWith("%PDF-")
                .contains("MediaBox[0 0 450.00 675.00]")
                .endsWith("%%EOF\n");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"300,-,1,300,450", "-,450,1,300,450", "100,100,1,100,100", "-,-,0.5,300,450", "300,-,2,600,900"})
    void scalesAsTheOptionsSay(Integer width, Integer height, double scale, int outWidth, int outHeight)
            throws Exception {
        Rendering rendering =
                render(600, 900, new RenderOptions(OutputFormat.SVG, 90, width, height, scale, 96, null, false));

        assertThat(rendering.width()).isEqualTo(outWidth);
        assertThat(rendering.height()).isEqualTo(outHeight);
        assertThat(new String(rendering.bytes(), StandardCharsets.US_ASCII))
                .contains("viewBox=\"0 0 " + outWidth + " " + outHeight + "\"");
    }

    @Test
    void anUnknownEngineIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Engines.create("gpu", EngineSettings.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no engine \"gpu\"")
                .hasMessageContaining("placeholder, scripted");
    }

    private Rendering render(int width, int height, RenderOptions options) throws Exception {
        Design design = Design.of(Json.object().put("width", width).put("height", height));
        return engine.prepare(design, options).render(RenderRecord.empty());
    }
}
