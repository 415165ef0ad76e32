package dev.canvelete.render.encode;

/** Quantised coefficients of some squares, block by block, each block in zigzag order. Not thread-safe. */
final class JpegCoefficients {
    /** Blocks of a square: four of luminance, one of each chrominance. */
    static final int BLOCKS = 6;

    /** 64 for each block: the first, and those that are other than 0; the rest is of no meaning. */
    short[] values = {};
    /** For each block which of its coefficients are other than 0, bit by bit. */
    long[] present = {};

    /** Makes room for so many squares. */
    void reserve(int squares) {
        if (present.length < BLOCKS * squares) {
            present = new long[BLOCKS * squares];
            values = new short[64 * present.length];
        }
    }
}
