package dev.canvelete.render.image.jpeg;

import java.util.Arrays;

/** Turns blocks of coefficients into samples, one after the other, in an array that is used again. Not thread-safe. */
final class Reconstruction {
    /** The block at hand, dequantized, row by row; all 0 between blocks. */
    final int[] block = new int[64];

    private final int[] scratch = new int[ReducedDct.SCRATCH];

    /**
     * Puts the block at hand into its component.
     *
     * @param places which coefficients may be other than 0, bit by bit, the first aside
     */
    void put(Component component, int x, int y, long places) {
        int size = component.size;
        int start = y * size * component.stride + x * size;
        if (places == 0 || size == 1) {
            fill(component, start, InverseDct.sample(block[0] + 4 >> 3));
            if (places != 0) {
                Arrays.fill(block, 0);
            }
            block[0] = 0;
        } else if (size == 8) {
            InverseDct.transform(block, places, component.samples, start, component.stride);
        } else {
            ReducedDct.to(size).transform(block, places, scratch, component.samples, start, component.stride);
        }
    }

    /** A block of one value: its first coefficient is 8 times the mean. */
    private static void fill(Component component, int start, byte sample) {
        for (int y = 0; y < component.size; y++) {
            int from = start + y * component.stride;
            Arrays.fill(component.samples, from, from + component.size, sample);
        }
    }

    /** Transforms all coefficients of a component of a progressive frame. */
    void putAll(Component component, short[] coefficients, int[] dequantizers) {
        for (int y = 0; y < component.blocksDown; y++) {
            for (int x = 0; x < component.blocksAcross; x++) {
                int at = (y * component.blockStride + x) * 64;
                long places = 0;
                for (int k = 0; k < 64; k++) {
                    int place = BlockDecoder.ZIGZAG[k];
                    int coefficient = coefficients[at + place];
                    if (coefficient != 0) {
                        block[place] = coefficient * dequantizers[k];
                        places |= 1L << place;
                    }
                }
                put(component, x, y, places & -2);
            }
        }
    }
}
