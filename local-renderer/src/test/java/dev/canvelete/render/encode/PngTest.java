package dev.canvelete.render.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.render.scene.Bitmap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are read back by ImageIO and java.util.zip, which know nothing of how they were written. */
class PngTest {
    private static final int TIMES = 25;

    private static void assertHolds(byte[] png, Bitmap bitmap) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(bitmap.width());
        assertThat(image.getHeight()).isEqualTo(bitmap.height());
        int[] expected = bitmap.argb().clone();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Alpha.straight(expected[i]);
        }
        assertThat(Arrays.mismatch(pixels(image), expected))
                .as("the first pixel that differs")
                .isNegative();
        assertIsSound(png);
    }

    /** Java2D takes grey samples for linear light, so they are read as they are. */
    private static int[] pixels(BufferedImage image) {
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        for (int i = 0; i < pixels.length; i++) {
            int x = i % image.getWidth();
            int y = i / image.getWidth();
            int pixel = grey ? 0xFF000000 | 0x010101 * image.getRaster().getSample(x, y, 0) : image.getRGB(x, y);
            pixels[i] = pixel >>> 24 == 0 ? 0 : pixel;
        }
        return pixels;
    }

    /** Every chunk has its checksum, and the image data is one whole zlib stream with its own. */
    private static void assertIsSound(byte[] png) throws Exception {
        ByteBuffer file = ByteBuffer.wrap(png);
        assertThat(file.getLong()).isEqualTo(0x89504E470D0A1A0AL);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        List<String> names = new ArrayList<>();
        while (file.hasRemaining()) {
            int length = file.getInt();
            CRC32 crc = new CRC32();
            crc.update(png, file.position(), length + 4);
            String name = new String(png, file.position(), 4, StandardCharsets.US_ASCII);
            names.add(name);
            if (name.equals("IDAT")) {
                data.write(png, file.position() + 4, length);
            }
            file.position(file.position() + 4 + length);
            assertThat(file.getInt()).isEqualTo((int) crc.getValue());
        }
        assertThat(names).startsWith("IHDR").contains("IDAT").endsWith("IEND");
        Inflater inflater = new Inflater();
        inflater.setInput(data.toByteArray());
        while (inflater.inflate(new byte[1 << 16]) > 0) {
            assertThat(inflater.needsDictionary()).isFalse();
        }
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
    }

    @ParameterizedTest
    @EnumSource
    void anyBitmapIsReadBackAsItWas(Bitmaps.Kind kind) throws Exception {
        Random random = new Random(kind.ordinal());
        for (int i = 0; i < TIMES; i++) {
            Bitmap bitmap = Bitmaps.of(kind, random);
            for (Effort effort : Effort.values()) {
                assertHolds(PngEncoder.encode(bitmap, 96, effort), bitmap);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateGivesThePixelsOfEachRecord(Bitmaps.Kind kind) throws Exception {
        Random random = new Random(100 + kind.ordinal());
        PngScratch scratch = new PngScratch();
        for (int i = 0; i < TIMES; i++) {
            Bitmap base = Bitmaps.of(kind, random);
            List<Area> live = new ArrayList<>();
            for (int areas = random.nextInt(4); areas > 0; areas--) {
                live.add(new Area(
                        random.nextInt(-5, base.width()),
                        random.nextInt(-5, base.height()),
                        random.nextInt(60),
                        random.nextInt(30)));
            }
            PngTemplate template = PngTemplate.of(base, live, 96);
            PngTemplate another = PngTemplate.of(base, live, 96);
            for (Bitmaps.Kind change : Bitmaps.Kind.values()) {
                Bitmap record = base;
                for (Area area : live) {
                    record = Bitmaps.changed(record, area, change, random);
                }
                byte[] png = template.encode(record, scratch);
                assertHolds(png, record);
                // What came before it, here all other kinds of records, shows nowhere.
                assertThat(another.encode(record, new PngScratch())).isEqualTo(png);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatReachesFurtherHoldsItsPixelsAndKeepsTheOtherBands(Bitmaps.Kind kind) throws Exception {
        Random random = new Random(kind.ordinal() + 40);
        PngScratch scratch = new PngScratch();
        for (int i = 0; i < TIMES; i++) {
            Bitmap base = Bitmaps.of(kind, random);
            Area live = new Area(0, base.height() / 2, base.width(), 1);
            PngTemplate template = PngTemplate.of(base, List.of(live), 96);
            for (Bitmaps.Kind change : Bitmaps.Kind.values()) {
                Area beyond = new Area(random.nextInt(base.width()), random.nextInt(base.height()), 40, 12);
                Bitmap record = Bitmaps.changed(Bitmaps.changed(base, live, change, random), beyond, change, random);
                PngTemplate wider = template.reachedBy(List.of(beyond));

                assertHolds(wider.encode(record, scratch), record);
                assertThat(wider.bands()).containsAll(template.bands()).hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    @Test
    void effortThatRunsOutWithinAFileGivesItsPixels() throws Exception {
        Bitmap loud = Bitmaps.of(Bitmaps.Kind.NOISE, 1_000, 1_600, new Random(6));

        byte[] thorough = PngEncoder.encode(loud, 96, Effort.THOROUGH);

        assertHolds(thorough, loud);
        assertThat(PngEncoder.encode(loud, 96, Effort.THOROUGH)).isEqualTo(thorough);
    }

    @Test
    void longRunsAndDistancesOfMoreThanTheWindowAreRight() throws Exception {
        Random random = new Random(5);
        Bitmap wide = Bitmaps.of(Bitmaps.Kind.TEXT, 9_000, 40, random);
        Bitmap flat = Bitmaps.of(Bitmaps.Kind.BLANK, 3_000, 700, random);
        Bitmap loud = Bitmaps.of(Bitmaps.Kind.NOISE, 600, 500, random);
        for (Bitmap bitmap : List.of(wide, flat, loud)) {
            assertHolds(PngEncoder.encode(bitmap, 300, Effort.QUICK), bitmap);
        }
    }

    @Test
    void theSmallestColorTypeIsChosen() throws Exception {
        Random random = new Random(6);
        assertThat(colorType(Bitmaps.of(Bitmaps.Kind.GREYS, 60, 60, random))).isEqualTo(0);
        assertThat(colorType(Bitmaps.of(Bitmaps.Kind.NOISE, 60, 60, random))).isEqualTo(2);
        assertThat(colorType(Bitmaps.of(Bitmaps.Kind.TWO_COLORS, 60, 60, random)))
                .isEqualTo(3);
        assertThat(colorType(Bitmaps.of(Bitmaps.Kind.CLEAR_NOISE, 60, 60, random)))
                .isEqualTo(6);
    }

    private static int colorType(Bitmap bitmap) {
        return PngEncoder.encode(bitmap, 96, Effort.QUICK)[25];
    }

    @Test
    void refusesPixelsOfAnotherSize() {
        Random random = new Random(7);
        PngTemplate template = PngTemplate.of(Bitmaps.of(Bitmaps.Kind.TEXT, 20, 10, random), List.of(), 96);

        assertThatThrownBy(() -> template.encode(Bitmaps.of(Bitmaps.Kind.TEXT, 10, 20, random), new PngScratch()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 x 10")
                .hasMessageContaining("10 x 20");
    }

    @Test
    void checksumsAreThoseOfJavaUtilZipHoweverTheyAreJoined() {
        Random random = new Random(8);
        for (int unitBytes = 1; unitBytes <= 4; unitBytes++) {
            for (int count : new int[] {1, 5, 4_096, 30_000}) {
                int unitBits = 8 * unitBytes;
                int[] units =
                        random.ints(count).map(unit -> unit >>> 32 - unitBits).toArray();
                int run = random.nextInt() >>> 32 - unitBits;
                Adler adler = new Adler(unitBytes);
                adler.literal(4);
                adler.units(units, 0, count);
                Adler rest = new Adler(unitBytes);
                rest.run(run, count);

                Adler32 expected = new Adler32();
                expected.update(4);
                update(expected, units, unitBytes);
                assertThat(adler.value()).isEqualTo((int) expected.getValue());
                int[] runs = new int[count];
                Arrays.fill(runs, run);
                update(expected, runs, unitBytes);
                assertThat(Adler.joined(adler.value(), rest.value(), (long) count * unitBytes))
                        .isEqualTo((int) expected.getValue());
            }
        }
    }

    private static void update(Adler32 checksum, int[] units, int unitBytes) {
        for (int unit : units) {
            for (int shift = 8 * unitBytes - 8; shift >= 0; shift -= 8) {
                checksum.update(unit >>> shift);
            }
        }
    }
}
