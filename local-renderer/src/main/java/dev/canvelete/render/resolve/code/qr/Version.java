package dev.canvelete.render.resolve.code.qr;

import dev.canvelete.api.design.QrElement.Level;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A size of symbols.
 *
 * @param number from 1 to 40
 */
record Version(int number) {
    /** All of them, the smallest first. */
    static final List<Version> ALL =
            IntStream.rangeClosed(1, 40).mapToObj(Version::new).toList();

    /** Error correction codewords of each block, by level, then version (table 9). */
    private static final int[][] CORRECTION = {
        {
            7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
            28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
        },
        {
            10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
            26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28
        },
        {
            13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
            28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
        },
        {
            17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
            30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
        }
    };

    /** Blocks that the codewords are dealt to, by level, then version (table 9). */
    private static final int[][] BLOCKS = {
        {
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
            8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25
        },
        {
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
            17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49
        },
        {
            1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
            23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68
        },
        {
            1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
            25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81
        }
    };

    /** The first version that tells its number in the symbol. */
    static final int FIRST_WITH_INFORMATION = 7;

    /** Modules from side to side. */
    int size() {
        return 17 + 4 * number;
    }

    /** Bytes that a symbol holds, those for error correction among them. */
    int codewords() {
        int timing = 2 * (size() - 16);
        int finders = 3 * 8 * 8;
        int format = 31;
        int information = number < FIRST_WITH_INFORMATION ? 0 : 36;
        return (size() * size() - finders - timing - format - information - alignmentModules()) / 8;
    }

    int dataCodewords(Level level) {
        return codewords() - blocks(level) * correctionCodewords(level);
    }

    /** Of each block. */
    int correctionCodewords(Level level) {
        return CORRECTION[level.ordinal()][number - 1];
    }

    int blocks(Level level) {
        return BLOCKS[level.ordinal()][number - 1];
    }

    /**
     * The rows, and columns, of the middles of alignment patterns (annex E): the first lies on the timing pattern, the
     * last seven modules from the edge, the others at equal, even distances before that one.
     */
    int[] alignment() {
        if (number == 1) {
            return new int[0];
        }
        int[] middles = new int[number / 7 + 2];
        int gaps = middles.length - 1;
        int last = size() - 7;
        int distance = number == 32 ? 26 : (last - 6 + gaps * 2 - 1) / (gaps * 2) * 2;
        middles[0] = 6;
        for (int i = 1; i <= gaps; i++) {
            middles[i] = last - (gaps - i) * distance;
        }
        return middles;
    }

    /** Those that are not the timing patterns' too. */
    private int alignmentModules() {
        int middles = alignment().length;
        if (middles == 0) {
            return 0;
        }
        int onTiming = 2 * (middles - 2);
        return (middles * middles - 3) * 25 - onTiming * 5;
    }
}
