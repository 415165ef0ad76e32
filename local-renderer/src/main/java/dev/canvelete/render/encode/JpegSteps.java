package dev.canvelete.render.encode;

/**
 * Quantisation to steps, without a division: a product with the step's reciprocal is exact for all that the transform
 * gives. Immutable, thread-safe.
 */
final class JpegSteps {
    /** The transform's results are so many bits too large. */
    private static final int GAIN = 3;

    /**
     * Bits behind the point of a reciprocal. It is too large by less than 1 / 2^19, so a dividend below 2^11 comes out
     * too large by less than 2^-8: not enough to reach the next integer from a fraction of steps up to 255.
     */
    private static final int BITS = 19;

    /** By place in zigzag order, half a step, as large as the transform's results are. */
    private final int[] halves = new int[64];

    private final int[] reciprocals = new int[64];

    /** @param steps 1..255, in rows */
    JpegSteps(int[] steps) {
        for (int i = 0; i < 64; i++) {
            int step = steps[JpegTables.ZIGZAG[i]];
            halves[i] = step << (GAIN - 1);
            reciprocals[i] = Math.ceilDiv(1 << BITS, step);
        }
    }

    /**
     * Turns coefficients into steps, to the nearest, halves away from 0.
     *
     * @param place of these coefficients in their blocks, in zigzag order
     * @param coefficients each 8 times the coefficient, less than 2^14 - 1020 from 0
     */
    void quantise(int place, int[] coefficients, int from, int count) {
        int half = halves[place];
        int reciprocal = reciprocals[place];
        for (int i = from; i < from + count; i++) {
            int sign = coefficients[i] >> 31;
            int magnitude = ((coefficients[i] ^ sign) - sign + half >> GAIN) * reciprocal >>> BITS;
            coefficients[i] = (magnitude ^ sign) - sign;
        }
    }
}
