package dev.canvelete.render.resolve.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.render.LocalRenderEngine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symbols are judged by what a reader reads. */
class SymbolsTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();

    private static Design design(String type, Map<String, Object> fields) {
        Map<String, Object> element = new java.util.LinkedHashMap<>(fields);
        element.put("type", type);
        element.put("id", "code");
        element.put("x", 20);
        element.put("y", 20);
        return Design.of((com.fasterxml.jackson.databind.node.ObjectNode)
                Json.tree(Map.of("width", 500, "height", 240, "canvasData", Map.of("elements", List.of(element)))));
    }

    private static String read(Design design, BarcodeFormat format) throws Exception {
        byte[] png = ENGINE.render(design, RenderOptions.of(OutputFormat.PNG), RenderRecord.empty())
                .bytes();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @ParameterizedTest
    @CsvSource({
        "CODE128, Hello-123, CODE_128, Hello-123",
        "CODE39, HELLO-39, CODE_39, HELLO-39",
        "EAN13, 590123412345, EAN_13, 5901234123457",
        "EAN13, 5901234123457, EAN_13, 5901234123457",
        "EAN8, 9638507, EAN_8, 96385074",
        "UPC, 03600029145, UPC_A, 036000291452",
        "UPCE, 01234565, UPC_E, 01234565",
        "UPCE, 123456, UPC_E, 01234565",
        "ITF14, 1540014128876, ITF, 15400141288763",
        "CODABAR, 40156, CODABAR, 40156"
    })
    void barcodesCanBeRead(String format, String value, BarcodeFormat reader, String read) throws Exception {
        Design design =
                design("barcode", Map.of("barcodeFormat", format, "barcodeValue", value, "width", 420, "height", 160));

        assertThat(read(design, reader)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"L, 200", "M, 120", "Q, 160", "H, 200"})
    void qrCodesCanBeRead(String level, int side) throws Exception {
        Design design = design(
                "qr",
                Map.of("qrValue", "https://example.org/ä?n=1", "qrErrorLevel", level, "width", side, "height", side));

        assertThat(read(design, BarcodeFormat.QR_CODE)).isEqualTo("https://example.org/ä?n=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EAN13|5901234123450|7 is right",
                "EAN13|12|12 digits",
                "EAN8|abcdefg|digits only",
                "UPC|036000291453|2 is right",
                "UPCE|91234565|beginning with 0 or 1",
                "ITF14|15400141288760|3 is right",
                "CODE128|a→b|up to U+00FF only are right, not U+2192, →",
                "CODE39|LOWer|capital letters, spaces and - . $ / + % only are right, not U+0065, e",
                "MSI|12a|digits only",
                "PHARMACODE|2|from 3 to 131070",
                "CODABAR|A1x2A|only are right, not U+0078, x",
                "CODABAR|A12|not U+0041, A"
            })
    void refusesWhatTheFormatCannotHold(String format, String value, String message) {
        Design design =
                design("barcode", Map.of("barcodeFormat", format, "barcodeValue", value, "width", 300, "height", 100));

        assertThatThrownBy(() -> ENGINE.render(design, RenderOptions.of(OutputFormat.PNG), RenderRecord.empty()))
                .hasMessageContaining("canvasData.elements[0].barcodeValue")
                .hasMessageContaining(message);
    }
}
