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
    private static final RenderOptions PNG = RenderOptions.of(OutputFormat.PNG);
    private static final RenderOptions JPG = RenderOptions.of(OutputFormat.JPG);
    private static final RenderOptions PDF = RenderOptions.of(OutputFormat.PDF);
    private static final int HARD_RECORDS = 100;
    private static final int SAMPLE_RECORDS = 10;

    static Stream<String> designs() {
        return Stream.concat(BatchDesigns.HARD.stream(), SampleDesigns.names().stream());
    }

    private static List<RenderRecord> records(String design) {
        Random random = new Random(design.hashCode());
        int count = BatchDesigns.HARD.contains(design) ? HARD_RECORDS : SAMPLE_RECORDS;
        return Stream.generate(() -> BatchDesigns.record(design, random))
                .limit(count)
                .toList();
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
        Design design = BatchDesigns.get(name);
        PreparedDesign prepared = ENGINE.prepare(design, PNG);
        for (RenderRecord record : records(name)) {
            assertThat(pixels(prepared.render(record).bytes()))
                    .as("%s", record)
                    .isEqualTo(pixels(ENGINE.render(design, PNG, record).bytes()));
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void jpgHasTheBytesOfTheWholeDrawing(String name) throws Exception {
        Design design = BatchDesigns.get(name);
        PreparedDesign prepared = ENGINE.prepare(design, JPG);
        for (RenderRecord record : records(name)) {
            assertThat(prepared.render(record).bytes())
                    .as("%s", record)
                    .isEqualTo(ENGINE.render(design, JPG, record).bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void pdfHasTheTextAndLookOfTheWholeDrawing(String name) throws Exception {
        Design design = BatchDesigns.get(name);
        PreparedDesign prepared = ENGINE.prepare(design, PDF);
        for (RenderRecord record : records(name).subList(0, SAMPLE_RECORDS)) {
            assertThat(look(prepared.render(record).bytes()))
                    .as("%s", record)
                    .isEqualTo(look(ENGINE.render(design, PDF, record).bytes()));
        }
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
        List<RenderRecord> records = new ArrayList<>(records(name).subList(0, SAMPLE_RECORDS));
        for (RenderOptions options : List.of(PNG, JPG, PDF)) {
            List<byte[]> alone = new ArrayList<>();
            for (RenderRecord record : records) {
                alone.add(ENGINE.prepare(design, options).render(record).bytes());
            }
            PreparedDesign prepared = ENGINE.prepare(design, options);
            Random random = new Random(name.hashCode());
            for (int i = records.size() - 1; i >= 0; i--) {
                attempt(prepared, BatchDesigns.broken(records.get(random.nextInt(records.size())), random));

                assertThat(prepared.render(records.get(i)).bytes()).isEqualTo(alone.get(i));
            }
        }
    }

    /** A text that comes again is neither painted nor encoded again, beside texts that are new. */
    @Test
    void textsThatComeAgainAreTheSameBesideOthers() throws Exception {
        Design design = SampleDesigns.get("certificate_template");
        for (RenderOptions options : List.of(PNG, JPG)) {
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

    private static void attempt(PreparedDesign prepared, RenderRecord broken) {
        try {
            prepared.render(broken);
        } catch (RenderException expected) {
            assertThat(expected.faults()).isNotEmpty();
        }
    }

    @Test
    void eightThreadsGiveWhatOneGives() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (RenderOptions options : List.of(PNG, JPG, PDF)) {
                List<Callable<Void>> work = new ArrayList<>();
                for (String name : designs().toList()) {
                    work.addAll(work(name, options));
                }
                Collections.shuffle(work, new Random(8));
                for (Future<Void> done : threads.invokeAll(work)) {
                    done.get();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Callable<Void>> work(String name, RenderOptions options) throws RenderException {
        PreparedDesign shared = ENGINE.prepare(BatchDesigns.get(name), options);
        PreparedDesign another = ENGINE.prepare(BatchDesigns.get(name), options);
        List<Callable<Void>> work = new ArrayList<>();
        for (RenderRecord record : records(name).subList(0, SAMPLE_RECORDS)) {
            byte[] expected = another.render(record).bytes();
            work.add(() -> {
                assertThat(shared.render(record).bytes()).isEqualTo(expected);
                return null;
            });
        }
        return work;
    }
}
