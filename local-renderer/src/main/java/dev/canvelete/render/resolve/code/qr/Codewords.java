package dev.canvelete.render.resolve.code.qr;

import dev.canvelete.api.design.QrElement.Level;

/**
 * What a symbol holds.
 *
 * @param level of error correction
 * @param bytes in the order in which they lie in the symbol
 */
record Codewords(Version version, Level level, byte[] bytes) {
    /** Adds error correction to data and deals both to the symbol in turns (7.6); short blocks come before long ones. */
    static Codewords of(Version version, Level level, byte[] data) {
        int blocks = version.blocks(level);
        int correction = version.correctionCodewords(level);
        int shortLength = data.length / blocks;
        int shortBlocks = blocks - data.length % blocks;
        byte[] bytes = new byte[version.codewords()];
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            int length = block < shortBlocks ? shortLength : shortLength + 1;
            for (int i = 0; i < length; i++) {
                bytes[i * blocks + block - (i == shortLength ? shortBlocks : 0)] = data[from + i];
            }
            byte[] corrections = ReedSolomon.correction(data, from, length, correction);
            for (int i = 0; i < correction; i++) {
                bytes[data.length + i * blocks + block] = corrections[i];
            }
            from += length;
        }
        return new Codewords(version, level, bytes);
    }
}
