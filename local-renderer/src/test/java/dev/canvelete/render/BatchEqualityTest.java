package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record of a batch looks as it does drawn whole, and is the same file whatever else the batch holds. */
class BatchEqualityTest {
    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();
    private static final List<OutputFormat> FORMATS =
            List.of(OutputFormat.PNG, OutputFormat.JPG, OutputFormat.PDF, OutputFormat.SVG);
    private static final int RECORDS = 100;
    private static final int FEW = 10;

    /** Of the samples, which are as large as designs are, so that a hundred of each can be drawn whole. */
    private static final double REDUCED = 0.3;

    static Stream<String> designs() {
        return Stream.concat(BatchDesigns.HARD.stream(), SampleDesigns.names().stream());
    }

    private static List<RenderRecord> records(String design) {
        Random random = new Random(design.hashCode());
        return Stream.generate(() -> BatchDesigns.record(design, random))
                .limit(RECORDS)
                .toList();
    }

    private static RenderOptions options(String design, OutputFormat format) {
        return scaled(format, SampleDesigns.names().contains(design) ? REDUCED : 1);
    }

    private static RenderOptions scaled(OutputFormat format, double scale) {
        return new RenderOptions(
                format, RenderOptions.DEFAULT_QUALITY, null, null, scale, RenderOptions.DEFAULT_DPI, null, false);
    }

    private interface Content {
        Object of(byte[] file) throws IOException;
    }

    /** Compares a hundred records with their whole drawings, and a few of those that were reduced in their own size. */
    private static void assertEqual(String name, OutputFormat format, Content content) throws Exception {
        RenderOptions options = options(name, format);
        assertEqual(name, options, records(name), content);
        if (options.scale() != 1) {
            assertEqual(name, scaled(format, 1), records(name).subList(0, FEW), content);
        }
    }

    private static void assertEqual(String name, RenderOptions options, List<RenderRecord> records, Content content)
            throws Exception {
        Design design = BatchDesigns.get(name);
        PreparedDesign prepared = ENGINE.prepare(design, options);
        for (RenderRecord record : records) {
            assertThat(content.of(prepared.render(record).bytes()))
                    .as("%s %s", options, record)
                    .isEqualTo(content.of(ENGINE.render(design, options, record).bytes()));
        }
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        return pixels(image);
    }

    static int[] pixels(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            // Java holds grey to be linear and would brighten it; in a PNG it is what the same red, green and blue are.
            int[] grey = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
            return IntStream.of(grey).map(value -> 0xFF000000 | value * 0x10101).toArray();
        }
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void pngHasThePixelsOfTheWholeDrawing(String name) throws Exception {
        assertEqual(name, OutputFormat.PNG, BatchEqualityTest::pixels);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void jpgHasTheBytesOfTheWholeDrawing(String name) throws Exception {
        assertEqual(name, OutputFormat.JPG, file -> file);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void pdfHasTheTextAndLookOfTheWholeDrawing(String name) throws Exception {
        assertEqual(name, OutputFormat.PDF, BatchEqualityTest::look);
    }

    @ParameterizedTest
    @MethodSource("designs")
    void svgHasTheBytesOfTheWholeDrawing(String name) throws Exception {
        assertEqual(name, OutputFormat.SVG, file -> file);
    }

    /** What a reader of a PDF sees and selects. */
    static List<Object> look(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return List.of(
                    new PDFTextStripper().getText(document),
                    IntBuffer.wrap(pixels(new PDFRenderer(document).renderImage(0))));
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void filesDependNeitherOnTheOrderNorOnRecordsThatFail(String name) throws Exception {
        Design design = BatchDesigns.get(name);
        List<RenderRecord> records = records(name).subList(0, FEW);
        for (OutputFormat format : FORMATS) {
            RenderOptions options = RenderOptions.of(format);
            List<byte[]> alone = new ArrayList<>();
            for (RenderRecord record : records) {
                alone.add(ENGINE.prepare(design, options).render(record).bytes());
            }
            PreparedDesign prepared = ENGINE.prepare(design, options);
            Random random = new Random(name.hashCode());
            for (int i = records.size() - 1; i >= 0; i--) {
                boolean unused = fails(prepared, BatchDesigns.broken(records.get(i), random));

                assertThat(prepared.render(records.get(i)).bytes()).isEqualTo(alone.get(i));
            }
        }
    }

    private record Expected(RenderRecord record, byte[] file) {}

    /** Records with their files in a batch that has nothing else. */
    private static List<Expected> expected(String name, OutputFormat format) throws RenderException {
        PreparedDesign prepared = ENGINE.prepare(BatchDesigns.get(name), options(name, format));
        List<Expected> expected = new ArrayList<>();
        for (RenderRecord record : records(name)) {
            expected.add(new Expected(record, prepared.render(record).bytes()));
        }
        return expected;
    }

    /** A text that comes again is neither painted nor encoded again, beside texts that are new. */
    @Test
    void textsThatComeAgainAreTheSameBesideOthers() throws Exception {
        Design design = SampleDesigns.get("certificate_template");
        for (OutputFormat format : List.of(OutputFormat.PNG, OutputFormat.JPG)) {
            RenderOptions options = RenderOptions.of(format);
            PreparedDesign prepared = ENGINE.prepare(design, options);
            for (int i = 0; i < 12; i++) {
                RenderRecord record = certificate("Name " + i, "Course " + i % 2, i % 3 + " May");

                assertThat(prepared.render(record).bytes())
                        .as("record %d", i)
                        .isEqualTo(
                                ENGINE.prepare(design, options).render(record).bytes());
            }
        }
    }

    private static RenderRecord certificate(String name, String course, String date) {
        ObjectNode data = Json.object();
        data.put("name", name).put("course", course).put("date", date).put("instructor", "Prof. Liskov");
        return RenderRecord.of(data, null);
    }

    private static boolean fails(PreparedDesign prepared, RenderRecord broken) {
        try {
            prepared.render(broken);
            return false;
        } catch (RenderException expected) {
            assertThat(expected.faults()).isNotEmpty();
            return true;
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void eightThreadsGiveInAnyOrderWhatOneGivesThoughRecordsFail(String name) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (OutputFormat format : FORMATS) {
                List<Callable<Boolean>> work = work(name, format);
                Collections.shuffle(work, new Random(8));
                int failed = 0;
                for (Future<Boolean> done : threads.invokeAll(work)) {
                    failed += done.get() ? 1 : 0;
                }
                assertThat(failed).as("%s: records that failed", format).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Each draws a record that is broken, mostly, tells whether that failed, and then the record itself. */
    private static List<Callable<Boolean>> work(String name, OutputFormat format) throws RenderException {
        PreparedDesign shared = ENGINE.prepare(BatchDesigns.get(name), options(name, format));
        Random random = new Random(name.hashCode());
        List<Callable<Boolean>> work = new ArrayList<>();
        for (Expected next : expected(name, format)) {
            RenderRecord broken = BatchDesigns.broken(next.record, random);
            work.add(() -> {
                boolean failed = fails(shared, broken);
                assertThat(shared.render(next.record).bytes())
                        .as("%s %s", format, next.record)
                        .isEqualTo(next.file);
                return failed;
            });
        }
        return work;
    }
}
