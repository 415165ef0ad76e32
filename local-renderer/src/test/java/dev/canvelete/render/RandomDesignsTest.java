package dev.canvelete.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.render.OutputFormat;
import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever elements meet, every format draws them, and a record of a batch is as it is alone. More designs are tried
 * with {@code -Drandom.designs=5000}; another series with {@code -Drandom.seed=7}.
 */
class RandomDesignsTest {
    private static final int DESIGNS = Integer.getInteger("random.designs", 60);
    private static final long SEED = Long.getLong("random.seed", 0);
    private static final int RECORDS = 4;

    private static final LocalRenderEngine ENGINE = new LocalRenderEngine();

    private static Stream<Long> seeds() {
        return LongStream.range(SEED, SEED + DESIGNS).boxed();
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void recordsOfABatchAreDrawnAsTheyAreAlone(OutputFormat format) {
        RenderOptions options = RenderOptions.of(format);
        assertThat(seeds()).allSatisfy(seed -> {
            Design design = RandomDesigns.of(seed);
            PreparedDesign prepared = ENGINE.prepare(design, options);
            Random random = new Random(seed);
            for (int i = 0; i < RECORDS; i++) {
                RenderRecord record = BatchDesigns.record("random", random);
                byte[] inBatch = prepared.render(record).bytes();
                byte[] alone = ENGINE.render(design, options, record).bytes();
                assertThat(content(format, inBatch)).as("record %s", i).isEqualTo(content(format, alone));
            }
        });
    }

    /** What must be equal: a batch spends more effort on compressing PNG and PDF, so that their bytes may differ. */
    private static Object content(OutputFormat format, byte[] file) throws Exception {
        return switch (format) {
            case PNG -> BatchEqualityTest.pixels(ImageIO.read(new ByteArrayInputStream(file)));
            case JPG, WEBP -> file;
            case PDF -> BatchEqualityTest.look(file);
            case SVG -> {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
                yield file;
            }
        };
    }
}
