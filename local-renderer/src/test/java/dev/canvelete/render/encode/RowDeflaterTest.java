package dev.canvelete.render.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.render.scene.Bitmap;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are inflated by java.util.zip and are, byte for byte, what they were. */
class RowDeflaterTest {
    private static final int[] WIDTHS = {1, 2, 3, 4, 5, 7, 63, 64, 65, 85, 86, 87, 257, 258, 259, 1_000};

    /** Rows just below and above the window for units of four, three, two and one bytes, and the widest there are. */
    private static final int[] WIDE = {8_191, 8_192, 10_922, 10_923, 16_383, 16_384, 32_767, 32_768, 65_535};

    private static final int WINDOW = 32_768;

    private static void assertComesBack(Rows rows) throws DataFormatException {
        ByteSink sink = new ByteSink(16);
        RowDeflater deflater = new RowDeflater(rows.unitBytes(), sink);
        // What was deflated before, here the same, is no longer referred to.
        deflater.deflate(rows);
        sink.clear();
        assertHolds(sink, deflater.deflate(rows), rows);
    }

    private static void assertHolds(ByteSink sink, int checksum, Rows rows) throws DataFormatException {
        byte[] bytes = bytes(rows);
        Adler32 expected = new Adler32();
        expected.update(bytes);
        assertThat(checksum).isEqualTo((int) expected.getValue());
        assertThat(inflated(sink, bytes.length)).isEqualTo(bytes);
    }

    private static byte[] bytes(Rows rows) {
        byte[] bytes = new byte[(int) rows.length()];
        int at = 0;
        for (int y = 0; y < rows.count(); y++) {
            bytes[at++] = rows.filters()[y];
            for (int i = rows.at(y); i < rows.at(y + 1); i++) {
                for (int shift = 8 * rows.unitBytes() - 8; shift >= 0; shift -= 8) {
                    bytes[at++] = (byte) (rows.units()[i] >>> shift);
                }
            }
        }
        return bytes;
    }

    /** A byte more than expected, if there is one. */
    private static byte[] inflated(ByteSink sink, int expected) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(sink.bytes, 0, sink.length);
        byte[] bytes = new byte[expected + 1];
        int length = 0;
        for (int more = 1; more > 0 && length < bytes.length; length += more) {
            more = inflater.inflate(bytes, length, bytes.length - length);
        }
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        return Arrays.copyOf(bytes, length);
    }

    private static Rows rows(Random random, int width, int count, int unitBytes) {
        int before = random.nextInt(3);
        int[] units = new int[before + width * count];
        byte[] filters = new byte[count];
        int filter = random.nextInt(PngFilter.values().length);
        for (int y = 0; y < count; y++) {
            filter = random.nextInt(3) == 0 ? random.nextInt(PngFilter.values().length) : filter;
            filters[y] = (byte) (random.nextBoolean() ? PngFilter.NONE.code : filter);
        }
        int[] colours = random.ints(1 + random.nextInt(6))
                .map(unit -> unit >>> 32 - 8 * unitBytes)
                .toArray();
        for (int at = before; at < units.length; ) {
            at = piece(random, units, at, width, colours, unitBytes);
        }
        return new Rows(units, before, filters, width, count, unitBytes);
    }

    /** A run, new units, or units from before: from close by, from the row above, or from about where the window ends. */
    private static int piece(Random random, int[] units, int at, int width, int[] colours, int unitBytes) {
        int end = Math.min(units.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 2 * width + 300 : 12));
        int edge = WINDOW / unitBytes - random.nextInt(-3, 12);
        int back =
                switch (random.nextInt(6)) {
                    case 0 -> 1;
                    case 1 -> 1 + random.nextInt(40);
                    case 2 -> width;
                    case 3 -> Math.max(1, edge);
                    default -> 0;
                };
        for (int i = at; i < end; i++) {
            units[i] = back > 0 && i >= back ? units[i - back] : colours[random.nextInt(colours.length)];
        }
        return end;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anyRowsComeBack(int unitBytes) throws Exception {
        Random random = new Random(unitBytes);
        for (int width : WIDTHS) {
            for (int i = 0; i < 12; i++) {
                int count = 1
                        + random.nextInt(Math.max(3, 60_000 / (width * unitBytes + 1)) / (1 + random.nextInt(40)) + 1);
                assertComesBack(rows(random, width, count, unitBytes));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void soDoRowsAsLongAsTheWindow(int unitBytes) throws Exception {
        Random random = new Random(10 + unitBytes);
        for (int width : WIDE) {
            assertComesBack(rows(random, width, 1 + random.nextInt(5), unitBytes));
        }
    }

    @Test
    void soTheyDoWithMoreEffort() throws Exception {
        Random random = new Random(20);
        for (int unitBytes = 1; unitBytes <= 4; unitBytes++) {
            for (int i = 0; i < 10; i++) {
                Rows rows = rows(random, WIDTHS[random.nextInt(WIDTHS.length)], 1 + random.nextInt(30), unitBytes);
                ByteSink sink = new ByteSink(16);
                ThoroughDeflater deflater = new ThoroughDeflater(unitBytes, sink);
                assertHolds(sink, deflater.balanced(rows), rows);
                sink.clear();
                assertHolds(sink, thorough(deflater, List.of(rows)), rows);
            }
        }
    }

    /** More than is searched at once, with rows that repeat, of one colour, and of many. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void soDoManyRowsWithMoreEffort(int unitBytes) throws Exception {
        Rows rows = rows(new Random(50 + unitBytes), 3_000, 60, unitBytes);
        ByteSink sink = new ByteSink(16);
        assertHolds(sink, thorough(new ThoroughDeflater(unitBytes, sink), List.of(rows)), rows);
    }

    /** Repetitions around the lengths from which they are taken whole, and around those of the longest matches. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void soDoLongRepetitionsOfAnyLengthWithMoreEffort(int unitBytes) throws Exception {
        Random random = new Random(70 + unitBytes);
        int[] lengths = {1, 2, 62, 63, 64, 65, 66, 67, 68, 257, 258, 259, 260, 261, 515, 516, 517, 518, 519, 520, 774};
        int[] units = new int[90_000];
        for (int at = 0; at < units.length; ) {
            int end = Math.min(units.length, at + lengths[random.nextInt(lengths.length)]);
            int back = random.nextInt(3) == 0 ? 1 : random.nextBoolean() ? 3_000 : 0;
            for (; at < end; at++) {
                units[at] = back > 0 && at >= back ? units[at - back] : random.nextInt() >>> 32 - 8 * unitBytes;
            }
        }
        Rows rows = new Rows(units, 0, new byte[30], 3_000, 30, unitBytes);
        ByteSink sink = new ByteSink(16);
        assertHolds(sink, thorough(new ThoroughDeflater(unitBytes, sink), List.of(rows)), rows);
    }

    private static int thorough(ThoroughDeflater deflater, List<Rows> ways) {
        return deflater.thorough(ways, deflater.quick(ways));
    }

    @Test
    void whatIsCompressedOnceIsSmallerThanZlibMakesIt() {
        Bitmap bitmap = Bitmaps.of(Bitmaps.Kind.TEXT, 800, 200, new Random(60));
        Rows rows = new RowFilter(bitmap, new PngColor.Rgb()).rows(0, 200, true, PngFilter.NONE);
        ByteSink sink = new ByteSink(16);
        thorough(new ThoroughDeflater(3, sink), List.of(rows));

        Deflater zlib = new Deflater(Deflater.BEST_COMPRESSION, true);
        zlib.setInput(bytes(rows));
        zlib.finish();
        int itsBest = zlib.deflate(new byte[(int) rows.length()]);
        zlib.end();
        assertThat(sink.length).isLessThan(itsBest - itsBest / 12);
    }

    /** Some rows are cheapest as they are and others as differences, so that no filter is the best for all. */
    @Test
    void eachRowGetsTheFilterThatMakesItSmall() throws Exception {
        Bitmap bitmap = Bitmaps.of(Bitmaps.Kind.TEXT, 300, 120, new Random(40));
        for (int y = 60; y < 120; y++) {
            for (int x = 0; x < 300; x++) {
                int distance = (int) Math.hypot(x - 150.0, y - 90.0);
                bitmap.argb()[y * 300 + x] = 0xFF000000 | (250 - distance) << 16 | (200 - distance) << 8 | distance;
            }
        }
        List<Rows> ways = new RowFilter(bitmap, new PngColor.Rgb()).ways(0, 120, true);
        ByteSink sink = new ByteSink(16);
        ThoroughDeflater deflater = new ThoroughDeflater(3, sink);
        thorough(deflater, ways);
        int mixed = sink.length;

        for (Rows way : ways) {
            sink.clear();
            thorough(deflater, List.of(way));
            assertThat(sink.length).isGreaterThan(mixed);
        }
    }

    /** Lengths and distances at which deflate's symbols change, each as the only match there is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void repetitionsOfAnyLengthAndDistanceComeBack(int unitBytes) throws Exception {
        Random random = new Random(30 + unitBytes);
        int[] lengths = {1, 2, 3, 4, 10, 11, 64, 85, 86, 87, 129, 257, 258, 259, 260, 261, 516, 519, 777};
        int[] distances = {
            1, 2, 3, 255, 256, 257, 4_096, 8_190, 8_191, 8_192, 10_921, 10_922, 16_384, 32_766, 32_767, 32_768, 32_769
        };
        for (int distance : distances) {
            int[] units = random.ints(distance + 1_000)
                    .map(unit -> unit >>> 32 - 8 * unitBytes)
                    .toArray();
            for (int length : lengths) {
                int[] repeating = units.clone();
                for (int i = distance; i < distance + length; i++) {
                    repeating[i] = repeating[i - distance];
                }
                assertComesBack(new Rows(repeating, 0, new byte[1], units.length, 1, unitBytes));
            }
        }
    }
}
