package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.FormatOptions;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.render.OutputFormat;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** PDF/A-2b, as veraPDF reads the standard. */
class PdfArchiveTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();
    private static final RenderOptions ARCHIVE = RenderOptions.of(OutputFormat.PDF)
            .with(FormatOptions.STANDARD
                    .withArchival(true)
                    .withLanguage("en-GB")
                    .withCreated(Instant.parse("2026-03-14T09:26:53Z")));

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static List<String> samples() {
        return SampleDesigns.names();
    }

    private static List<String> faults(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesConform(String sample) throws Exception {
        RenderRecord record = RenderRecord.of(SampleDesigns.data(sample), null);
        Design design = SampleDesigns.get(sample);

        assertThat(faults(ENGINE.render(design, ARCHIVE, record).bytes())).isEmpty();
        assertThat(faults(ENGINE.prepare(design, ARCHIVE).render(record).bytes()))
                .isEmpty();
    }

    @Test
    void whatNeedsMoreThanShapesConforms() throws Exception {
        Design design = DesignFile.read("""
                {"name": "Résumé <&> ", "width": 400, "height": 300, "canvasData": {"background": "transparent", "elements": [
                  {"type": "rectangle", "width": 200, "height": 100, "fill": "linear-gradient(rgba(255,0,0,.3), blue)",
                   "boxShadow": "0 4px 12px rgba(0,0,0,.5)", "opacity": 0.7, "strokeWidth": 4, "stroke": "#123"},
                  {"type": "text", "y": 120, "width": 300, "text": "office العربية हिन्दी", "fontSize": 30, "rotation": 9},
                  {"type": "text", "y": 180, "width": 300, "text": "blurred", "fontSize": 30, "blur": 3},
                  {"type": "image", "x": 220, "width": 50, "height": 50, "src": "%s", "borderRadius": 9},
                  {"type": "image", "x": 290, "width": 50, "height": 50, "src": "%s", "opacity": 0.5},
                  {"type": "container", "x": 50, "y": 50, "width": 200, "height": 100, "backdropBlur": 6,
                   "fill": "rgba(255,255,255,.4)"}]}}""".formatted(SampleImages.PNG, SampleImages.JPEG), "x.json");

        assertThat(faults(ENGINE.render(design, ARCHIVE, RenderRecord.empty()).bytes()))
                .isEmpty();
    }

    /** So that a validator that finds nothing anywhere does not pass for one that was asked. */
    @Test
    void withoutTheOptionItDoesNotConform() throws Exception {
        byte[] pdf = ENGINE.render(
                        SampleDesigns.get("badge_template"),
                        RenderOptions.of(OutputFormat.PDF),
                        RenderRecord.of(SampleDesigns.data("badge_template"), null))
                .bytes();

        assertThat(faults(pdf)).isNotEmpty();
    }
}
