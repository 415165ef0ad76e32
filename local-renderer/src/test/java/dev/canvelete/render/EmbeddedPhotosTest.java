package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.render.image.JpegSamples;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PDF and SVG take a baseline JPG over as it is, for what copying costs: its structure is checked, its pixels are made
 * only where an effect needs them. A photo whose bits are wrong shows which of the two was done.
 */
class EmbeddedPhotosTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();
    private static final byte[] SOUND =
            Base64.getDecoder().decode(SampleImages.JPEG.substring(SampleImages.JPEG.indexOf(',') + 1));

    /** Behind the header of its only scan, which is of three components. */
    private static int bits(byte[] file) {
        int at = 0;
        while (file[at] != (byte) 0xFF || file[at + 1] != (byte) 0xDA) {
            at++;
        }
        return at + 14;
    }

    /** Sound but for its bits: all of them are set, which no code of any table is. */
    private static byte[] wrongBits() {
        byte[] file = SOUND.clone();
        for (int at = bits(file); at < file.length - 3; at += 2) {
            file[at] = (byte) 0xFF;
            file[at + 1] = 0;
        }
        return file;
    }

    private static Design design(byte[] photo, ObjectNode... above) {
        ObjectNode design = Json.object().put("width", 60).put("height", 40);
        ArrayNode elements = design.putObject("canvasData").putArray("elements");
        elements.addObject()
                .put("type", "image")
                .put("id", "photo")
                .put("width", 60)
                .put("height", 40)
                .put("src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(photo));
        elements.addAll(List.of(above));
        return Design.of(design);
    }

    private static ObjectNode frosted() {
        return Json.object()
                .put("type", "container")
                .put("width", 30)
                .put("height", 20)
                .put("backdropBlur", 4);
    }

    private static void refused(Design design, OutputFormat format) {
        RenderOptions options = RenderOptions.of(format);
        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> ENGINE.render(design, options, RenderRecord.empty()))
                .satisfies(EmbeddedPhotosTest::namesThePhoto);
        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> ENGINE.prepare(design, options).render(RenderRecord.empty()))
                .satisfies(EmbeddedPhotosTest::namesThePhoto);
    }

    private static void namesThePhoto(RenderException refused) {
        assertThat(refused.code()).isEqualTo(ErrorCode.ASSET_UNAVAILABLE);
        assertThat(refused.faults()).extracting(Fault::path).containsExactly("canvasData.elements[0].src");
        assertThat(refused).hasMessageContaining("element photo: ").hasMessageContaining("the JPG is damaged");
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"PDF", "SVG"})
    void whatIsEmbeddedIsNotDecoded(OutputFormat format) throws Exception {
        for (byte[] photo : List.of(wrongBits(), JpegSamples.withExif(wrongBits(), 6))) {
            byte[] file = ENGINE.render(design(photo), RenderOptions.of(format), RenderRecord.empty())
                    .bytes();

            assertThat(file).isNotEmpty();
            refused(design(photo), OutputFormat.PNG);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsStoredTurnedIsShownUpright(int orientation) throws Exception {
        Design design = design(JpegSamples.withExif(SOUND, orientation));
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(ENGINE.render(design, RenderOptions.of(OutputFormat.PNG), RenderRecord.empty())
                        .bytes()));
        byte[] file = ENGINE.render(design, RenderOptions.of(OutputFormat.PDF), RenderRecord.empty())
                .bytes();
        try (PDDocument document = Loader.loadPDF(file)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 96);
            for (int corner = 0; corner < 4; corner++) {
                int x = corner % 2 == 0 ? 6 : 53;
                int y = corner < 2 ? 6 : 33;
                Color expected = new Color(picture.getRGB(x, y));
                Color shown = new Color(page.getRGB(x, y));
                assertThat(shown.getRed()).isCloseTo(expected.getRed(), within(8));
                assertThat(shown.getGreen()).isCloseTo(expected.getGreen(), within(8));
                assertThat(shown.getBlue()).isCloseTo(expected.getBlue(), within(8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"PDF", "SVG"})
    void itIsDecodedWhereItsPixelsAreWanted(OutputFormat format) throws Exception {
        assertThat(ENGINE.render(design(SOUND, frosted()), RenderOptions.of(format), RenderRecord.empty())
                        .bytes())
                .isNotEmpty();
        refused(design(wrongBits(), frosted()), format);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void whatEndsEarlyIsRefused(OutputFormat format) {
        refused(design(Arrays.copyOf(SOUND, bits(SOUND) + 8)), format);
    }
}
