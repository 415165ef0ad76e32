package dev.canvelete.render.encode;

/**
 * A row of squares as it was written, so that records take over its bits instead of coding its coefficients again. Of
 * these only the first ones are kept: a file states their differences, which depend on the square before. Immutable,
 * thread-safe.
 */
final class JpegRow {
    private static final int BLOCKS = JpegCoefficients.BLOCKS;

    /** The row's bits without stuffing, the first one highest, and one word more. */
    private final int[] words;
    /** By block. */
    private final short[] first;
    /** By block, where the bits of its other coefficients begin. */
    private final int[] begins;
    /** By block, where they end and the next block begins. */
    private final int[] ends;

    /** The row of so many squares with these coefficients. */
    JpegRow(JpegCoefficients coefficients, int squares) {
        int blocks = BLOCKS * squares;
        short[] values = coefficients.values;
        first = new short[blocks];
        begins = new int[blocks];
        ends = new int[blocks];
        ByteSink sink = new ByteSink(1 << 12);
        JpegScan scan = new JpegScan(sink);
        for (int block = 0; block < blocks; block++) {
            first[block] = values[64 * block];
            scan.first(block % BLOCKS, first[block]);
            begins[block] = scan.position();
            scan.others(block % BLOCKS, values, 64 * block, coefficients.present[block]);
            ends[block] = scan.position();
        }
        scan.end();
        words = unstuffed(sink);
    }

    private static int[] unstuffed(ByteSink sink) {
        int[] words = new int[sink.length / 4 + 2];
        int to = 0;
        for (int from = 0; from < sink.length; from++, to++) {
            int value = sink.bytes[from] & 0xFF;
            words[to >> 2] |= value << 24 - 8 * (to & 3);
            if (value == 0xFF) {
                from++;
            }
        }
        return words;
    }

    /** A block's first coefficient. */
    int first(int block) {
        return first[block];
    }

    /** Writes a block's other coefficients. */
    void others(int block, JpegBits bits) {
        bits.copy(words, begins[block], ends[block]);
    }

    /** Writes the blocks after one up to another, the last one included. */
    void between(int before, int last, JpegBits bits) {
        bits.copy(words, ends[before], ends[last]);
    }
}
