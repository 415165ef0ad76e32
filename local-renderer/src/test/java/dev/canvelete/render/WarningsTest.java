package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.Warning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a picture shows otherwise than its design asks is said, with the element. */
class WarningsTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();
    private static final String ONE_PIXEL = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "MISSING_FONT, `'type': 'text', 'text': 'a', 'fontFamily': 'Papyrus'`, Papyrus",
                "MISSING_GLYPH, `'type': 'text', 'text': 'a \uD80C\uDC00'`, U+13000",
                "TEXT_OVERFLOW, `'type': 'text', 'text': 'three lines of a text in a low box'`, larger than its box",
                "IMAGE_UPSCALED, `'type': 'image', 'src': 'PIXEL'`, times as large"
            })
    void namesTheElement(String code, String fields, String message) throws Exception {
        String design = """
                {"width": 60, "height": 60, "canvasData": {"elements": [
                  {"id": "odd", "width": 60, "height": 20, %s}]}}""".formatted(fields.replace('\'', '"').replace("PIXEL", ONE_PIXEL));

        assertThat(ENGINE.render(
                                DesignFile.read(design, "x.json"),
                                RenderOptions.of(OutputFormat.PNG),
                                RenderRecord.empty())
                        .warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains(message))
                .returns(code, Warning::code)
                .returns("odd", Warning::element);
    }
}
