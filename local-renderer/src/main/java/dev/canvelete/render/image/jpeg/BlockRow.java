package dev.canvelete.render.image.jpeg;

import java.util.Arrays;

/** Blocks side by side, dequantized. What has the same place in all of them stands together. Not thread-safe. */
final class BlockRow {
    /** How many blocks there are. */
    final int blocks;

    /** By row of the blocks, for one column after the other, a coefficient of each block. */
    final int[][] coefficients;

    /** Which places may have coefficients other than 0, bit by bit, row by row; the first may in any case. */
    long places;

    BlockRow(int blocks) {
        this.blocks = blocks;
        this.coefficients = new int[8][8 * blocks];
    }

    void put(int block, int place, int coefficient) {
        coefficients[place >> 3][(place & 7) * blocks + block] = coefficient;
    }

    /** How many columns there are up to the last that has a coefficient. */
    int columns() {
        long folded = places | places >>> 32;
        folded |= folded >>> 16;
        folded |= folded >>> 8;
        return 32 - Integer.numberOfLeadingZeros((int) folded & 0xFF | 1);
    }

    /** How many rows there are up to the last that has a coefficient. */
    int rows() {
        return 8 - (Long.numberOfLeadingZeros(places | 1) >> 3);
    }

    /** Makes all coefficients 0. */
    void clear() {
        for (int v = 0; v < rows(); v++) {
            Arrays.fill(coefficients[v], 0, columns() * blocks, 0);
        }
        places = 0;
    }
}
