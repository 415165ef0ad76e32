package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.Warning;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalRenderEngineTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();

    static Stream<String> samples() {
        return SampleDesigns.names().stream();
    }

    private static RenderRecord record(String sample, Random random) {
        ObjectNode data = SampleDesigns.data(sample);
        String letters = "AbcDéfg hij-KlmnöpQ rstuvwxyz ";
        StringBuilder name = new StringBuilder();
        int length = 3 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            name.append(letters.charAt(random.nextInt(letters.length())));
        }
        data.put("name", name.toString().strip());
        data.put("id", "A-" + random.nextInt(10_000));
        if (random.nextInt(4) == 0) {
            data.putNull("badge");
        }
        return RenderRecord.of(data, null);
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        BufferedImage image = image(bytes);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesTheSameBytesEveryTime(String sample) throws Exception {
        RenderRecord record = RenderRecord.of(SampleDesigns.data(sample), null);
        for (OutputFormat format : List.of(OutputFormat.PNG, OutputFormat.JPG, OutputFormat.PDF)) {
            RenderOptions options = RenderOptions.of(format);
            Rendering first = ENGINE.render(SampleDesigns.get(sample), options, record);
            try (LocalRenderEngine another = new LocalRenderEngine()) {
                assertThat(another.render(SampleDesigns.get(sample), options, record)
                                .bytes())
                        .isEqualTo(first.bytes());
            }
            assertThat(first.width()).isEqualTo(SampleDesigns.get(sample).width());
            assertThat(first.height()).isEqualTo(SampleDesigns.get(sample).height());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void drawsTheRecordsOfABatchAsItDrawsThemAlone(String sample) throws Exception {
        Design design = SampleDesigns.get(sample);
        RenderOptions options = RenderOptions.of(OutputFormat.PNG);
        PreparedDesign prepared = ENGINE.prepare(design, options);
        Random random = new Random(7);
        for (int i = 0; i < 8; i++) {
            RenderRecord record = record(sample, random);

            assertThat(pixels(prepared.render(record).bytes()))
                    .isEqualTo(pixels(ENGINE.render(design, options, record).bytes()));
        }
    }

    @Test
    void givesEachRecordTheSameBytesInAnyOrderAndThread() throws Exception {
        Design design = SampleDesigns.get("badge_template");
        PreparedDesign prepared = ENGINE.prepare(design, RenderOptions.of(OutputFormat.PNG));
        PreparedDesign another = ENGINE.prepare(design, RenderOptions.of(OutputFormat.PNG));
        List<RenderRecord> records = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 12; i++) {
            records.add(record("badge_template", random));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> work = new ArrayList<>();
            records.forEach(record -> work.add(() -> prepared.render(record).bytes()));
            List<Future<byte[]>> done = threads.invokeAll(work);
            for (int i = records.size() - 1; i >= 0; i--) {
                assertThat(done.get(i).get())
                        .isEqualTo(another.render(records.get(i)).bytes());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aPreparedDesignSaysWhatItHolds() throws Exception {
        Design badge = SampleDesigns.get("badge_template");
        long pixels = ENGINE.prepare(badge, RenderOptions.of(OutputFormat.PNG)).bytes();
        long document =
                ENGINE.prepare(badge, RenderOptions.of(OutputFormat.PDF)).bytes();

        assertThat(pixels).isBetween(2L * 4 * 600 * 900, 10L * 4 * 600 * 900);
        assertThat(document).isBetween(1_000L, 100_000L);
    }

    @Test
    void aFailingRecordLeavesNoTrace() throws Exception {
        Design design = SampleDesigns.get("product_card");
        PreparedDesign prepared = ENGINE.prepare(design, RenderOptions.of(OutputFormat.PNG));
        RenderRecord good = RenderRecord.of(SampleDesigns.data("product_card"), null);
        byte[] before = prepared.render(good).bytes();
        ObjectNode broken = SampleDesigns.data("product_card").put("image", "data:image/png;base64,AAAA");

        assertThatThrownBy(() -> prepared.render(RenderRecord.of(broken, null)))
                .isInstanceOfSatisfying(
                        RenderException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ASSET_UNAVAILABLE))
                .hasMessageContaining("canvasData.elements[")
                .hasMessageContaining(".src");
        assertThat(prepared.render(good).bytes()).isEqualTo(before);
    }

    @Test
    void nullHidesTheElementsOfThatName() throws Exception {
        Design design = SampleDesigns.get("product_card");
        ObjectNode data = SampleDesigns.data("product_card");
        RenderOptions options = RenderOptions.of(OutputFormat.PNG);
        int[] shown = pixels(
                ENGINE.render(design, options, RenderRecord.of(data, null)).bytes());
        int[] hidden = pixels(
                ENGINE.render(design, options, RenderRecord.of(data.deepCopy().putNull("badge"), null))
                        .bytes());

        assertThat(hidden).isNotEqualTo(shown);
        ObjectNode invisible = SampleDesigns.get("product_card").source().deepCopy();
        invisible.withObject("/canvasData").withArray("elements").forEach(element -> {
            if (element.path("name").asText().equals("badge")) {
                ((ObjectNode) element).put("visible", false);
            }
        });
        assertThat(hidden)
                .isEqualTo(pixels(ENGINE.render(Design.of(invisible), options, RenderRecord.of(data, null))
                        .bytes()));
    }

    @Test
    void writesPdfWhoseTextCanBeRead() throws Exception {
        ObjectNode data = SampleDesigns.data("certificate_template").put("name", "Åsa Łukasz-O'Neil");
        PreparedDesign prepared =
                ENGINE.prepare(SampleDesigns.get("certificate_template"), RenderOptions.of(OutputFormat.PDF));

        try (PDDocument document =
                Loader.loadPDF(prepared.render(RenderRecord.of(data, null)).bytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Åsa Łukasz-O'Neil")
                    .contains(data.path("instructor").asText())
                    .contains("lesson to the last");
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(1123 * 0.75f);
        }
    }

    @Test
    void scalesAndStatesItsSize() throws Exception {
        RenderOptions options = new RenderOptions(OutputFormat.PNG, 90, 300, null, 2, 144, "transparent", false);

        Rendering rendering = ENGINE.render(SampleDesigns.get("badge_template"), options, RenderRecord.empty());

        assertThat(rendering.width()).isEqualTo(600);
        assertThat(rendering.height()).isEqualTo(900);
        assertThat(image(rendering.bytes()).getWidth()).isEqualTo(600);
        assertThat(image(rendering.bytes()).getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void refusesWhatIsTooLargeAtOnce() {
        Design design = Design.of(Json.object().put("width", 10_000).put("height", 10_000));

        assertThatThrownBy(() -> ENGINE.prepare(design, RenderOptions.of(OutputFormat.PNG)))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("10000 x 10000 pixels");
    }

    @Test
    void namesElementAndFieldOfWhatItCannotDraw() {
        Design design = DesignFile.read("""
                {"width": 100, "height": 100, "canvasData": {"elements": [
                  {"type": "rectangle", "id": "box", "width": 50, "height": 50, "fill": "{{color}}"}]}}""", "x.json");

        assertThatThrownBy(() -> ENGINE.render(
                        design,
                        RenderOptions.of(OutputFormat.PNG),
                        RenderRecord.of(Json.object().put("color", "reddish"), null)))
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("canvasData.elements[0].fill")
                .hasMessageContaining("element box")
                .hasMessageContaining("\"reddish\" is no CSS colour");
    }

    @Test
    void listsEveryMissingNameWhenStrict() {
        RenderOptions strict = new RenderOptions(OutputFormat.PNG, 90, null, null, 1, 96, null, true);

        assertThatThrownBy(() -> ENGINE.render(SampleDesigns.get("certificate_template"), strict, RenderRecord.empty()))
                .isInstanceOfSatisfying(
                        RenderException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_DYNAMIC_DATA))
                .hasMessageContaining("dynamicData.name")
                .hasMessageContaining("dynamicData.course")
                .hasMessageContaining("dynamicData.instructor");
    }

    @Test
    void warnsOfDataThatNothingUsesAndFontsThatAreNotThere() throws Exception {
        Design design = DesignFile.read("""
                {"width": 100, "height": 100, "canvasData": {"elements": [
                  {"type": "text", "id": "t", "width": 90, "text": "{{a}}", "fontFamily": "Papyrus"}]}}""", "x.json");

        Rendering rendering = ENGINE.render(
                design,
                RenderOptions.of(OutputFormat.PNG),
                RenderRecord.of(Json.object().put("a", "x").put("b", "y"), null));

        assertThat(rendering.warnings())
                .extracting(Warning::code)
                .containsExactlyInAnyOrder("UNUSED_DATA", "MISSING_FONT");
        assertThat(rendering.warnings())
                .anySatisfy(w -> assertThat(w.element()).isEqualTo("t"))
                .anySatisfy(w -> assertThat(w.message()).contains("dynamicData.b"));
    }

    @Test
    void drawsTextWithEmptyLines() throws Exception {
        Design design = DesignFile.read("""
                {"width": 60, "height": 90, "canvasData": {"elements": [
                  {"type": "text", "width": 60, "text": "a\\n\\n{{b}}"}]}}""", "x.json");
        RenderOptions options = RenderOptions.of(OutputFormat.PNG);

        int[] last = pixels(
                ENGINE.render(design, options, RenderRecord.of(Json.object().put("b", "b"), null))
                        .bytes());

        assertThat(last)
                .isNotEqualTo(pixels(
                        ENGINE.render(design, options, RenderRecord.empty()).bytes()));
    }

    @Test
    void overridesFieldsOfAnElement() throws Exception {
        Design design = DesignFile.read("""
                {"width": 40, "height": 40, "canvasData": {"elements": [
                  {"type": "rectangle", "id": "box", "width": 40, "height": 40, "fill": "red"}]}}""", "x.json");
        PreparedDesign prepared = ENGINE.prepare(design, RenderOptions.of(OutputFormat.PNG));
        ObjectNode overrides = Json.object();
        overrides.putObject("box").put("color", "#0000ff");

        assertThat(pixels(prepared.render(RenderRecord.of(null, overrides)).bytes()))
                .containsOnly(0xFF0000FF);
        assertThat(pixels(prepared.render(RenderRecord.empty()).bytes())).containsOnly(0xFFFF0000);
    }

    @Test
    void aStaticElementAboveALiveOneStaysAbove() throws Exception {
        Design design = DesignFile.read("""
                {"width": 60, "height": 60, "canvasData": {"elements": [
                  {"type": "rectangle", "width": 60, "height": 60, "fill": "{{color}}"},
                  {"type": "circle", "x": 10, "y": 10, "width": 40, "height": 40, "fill": "rgba(255,255,255,0.5)"}]}}""", "x.json");
        RenderOptions options = RenderOptions.of(OutputFormat.PNG);
        PreparedDesign prepared = ENGINE.prepare(design, options);
        for (String color : List.of("#123456", "rgba(200, 30, 40, 0.7)", "linear-gradient(red, blue)")) {
            RenderRecord record = RenderRecord.of(Json.object().put("color", color), null);

            assertThat(pixels(prepared.render(record).bytes()))
                    .isEqualTo(pixels(ENGINE.render(design, options, record).bytes()));
        }
    }
}
