package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;

/** Reads the blocks of one scan. Not thread-safe. */
sealed interface BlockDecoder permits ProgressiveBlocks, SequentialBlocks {
    /** The order in which coefficients are written: the index of each in its block, row by row (T.81 figure A.6). */
    byte[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
        12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
        58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
    };

    /** Forgets what came before a restart. */
    void restart();

    /**
     * Reads the next block.
     *
     * @param index of its component in the scan
     * @param x of the block in its component, in blocks
     * @param y of the block in its component, in blocks
     */
    void read(int index, int x, int y) throws ResourceException;

    /**
     * Ends a row of blocks, all of which were read.
     *
     * @param index of their component in the scan
     * @param y of the row in its component, in blocks
     */
    void endRow(int index, int y);
}
