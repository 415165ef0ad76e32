package dev.canvelete.render.image.jpeg;

import java.util.Arrays;

/**
 * The inverse cosine transform to another number of samples than a block has. To 4, 2 or 1, each sample is the mean of
 * the square of samples that the whole transform would give in its place: a mean of cosines is a sum of cosines too, so
 * it costs no more to go there directly. To any other number, the block's cosines are sampled so often, those left out
 * that so few samples cannot show. Immutable, thread-safe.
 */
final class ReducedDct {
    /** The most samples: chroma of half the luma's resolution, reduced to 7 eighths. */
    static final int LARGEST = 14;

    /** How much room a transform needs to work in. */
    static final int SCRATCH = 9 * LARGEST;

    /** Where in that room the samples of a line are. */
    private static final int LINE = 8 * LARGEST;

    private static final int FRACTION = 13;
    private static final int KEPT = 2;

    private static final ReducedDct[] BY_SIZE = new ReducedDct[LARGEST + 1];

    static {
        for (int size = 1; size <= LARGEST; size++) {
            BY_SIZE[size] = new ReducedDct(size);
        }
    }

    private final int size;
    /** Coefficients that count, across and down. */
    private final int used;
    /** For the first half of the samples, one after the other, what each coefficient adds to it. */
    private final int[] weights;

    private ReducedDct(int size) {
        this.size = size;
        boolean means = 8 % size == 0;
        this.used = means ? 8 : Math.min(8, size);
        int half = (size + 1) / 2;
        this.weights = new int[half * 8];
        for (int x = 0; x < half; x++) {
            for (int u = 0; u < used; u++) {
                double scale = (u == 0 ? StrictMath.sqrt(0.5) : 1) / 2;
                double cosine = means ? mean(x, u, 8 / size) : cosine(x, u, size);
                weights[x * 8 + u] = (int) StrictMath.round(cosine * scale * (1 << FRACTION));
            }
        }
    }

    private static double mean(int x, int u, int each) {
        double sum = 0;
        for (int i = 0; i < each; i++) {
            sum += cosine(x * each + i, u, 8);
        }
        return sum / each;
    }

    private static double cosine(int x, int u, int of) {
        return StrictMath.cos((2 * x + 1) * u * StrictMath.PI / (2 * of));
    }

    /**
     * The transform to {@code size} samples in each direction.
     *
     * @param size 1..{@link #LARGEST}
     */
    static ReducedDct to(int size) {
        return BY_SIZE[size];
    }

    /**
     * Transforms a block, and clears it.
     *
     * @param block dequantized, row by row
     * @param places which of the coefficients may be other than 0, bit by bit, the first aside
     * @param scratch room for {@link #SCRATCH} values
     */
    void transform(int[] block, long places, int[] scratch, byte[] samples, int start, int stride) {
        int across = Math.min(used, columns(places));
        int down = Math.min(used, 8 - (Long.numberOfLeadingZeros(places | 1) >> 3));
        for (int u = 0; u < across; u++) {
            line(block, u, 8, down, FRACTION - KEPT, scratch, u, 8);
        }
        int room = across <= 4 ? 4 : 8;
        for (int u = across; u < room; u++) {
            for (int y = 0; y < size; y++) {
                scratch[8 * y + u] = 0;
            }
        }
        for (int y = 0; y < size; y++) {
            line(scratch, 8 * y, 1, across, FRACTION + KEPT, scratch, LINE, 1);
            int to = start + y * stride;
            for (int x = 0; x < size; x++) {
                samples[to + x] = InverseDct.sample(scratch[LINE + x]);
            }
        }
        Arrays.fill(block, 0);
    }

    /** How many columns there are up to the last that has a coefficient. */
    private static int columns(long places) {
        long folded = places | places >>> 32;
        folded |= folded >>> 16;
        folded |= folded >>> 8;
        return 32 - Integer.numberOfLeadingZeros((int) folded & 0xFF | 1);
    }

    /** Even cosines are the same from both ends of a line, odd ones are opposite: half the work does for both halves. */
    private void line(int[] from, int at, int step, int count, int shift, int[] to, int first, int toStep) {
        int s0 = (from[at] * weights[0]) + (1 << (shift - 1));
        int s1 = from[at + step];
        int s2 = from[at + 2 * step];
        int s3 = from[at + 3 * step];
        int last = first + (size - 1) * toStep;
        int[] w = weights;
        if (count <= 4) {
            for (int x = 0, i = 0; x < w.length; x += 8, i += toStep) {
                int even = s0 + w[x + 2] * s2;
                int odd = w[x + 1] * s1 + w[x + 3] * s3;
                to[first + i] = even + odd >> shift;
                to[last - i] = even - odd >> shift;
            }
            return;
        }
        int s4 = from[at + 4 * step];
        int s5 = from[at + 5 * step];
        int s6 = from[at + 6 * step];
        int s7 = from[at + 7 * step];
        for (int x = 0, i = 0; x < w.length; x += 8, i += toStep) {
            int even = s0 + w[x + 2] * s2 + w[x + 4] * s4 + w[x + 6] * s6;
            int odd = w[x + 1] * s1 + w[x + 3] * s3 + w[x + 5] * s5 + w[x + 7] * s7;
            to[first + i] = even + odd >> shift;
            to[last - i] = even - odd >> shift;
        }
    }
}
