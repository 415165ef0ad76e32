package dev.canvelete.render.encode;

import java.util.HexFormat;

/** A Huffman table (ITU-T T.81 Annex C): the code of each symbol, and the table as a file states it. */
final class JpegHuffman {
    /** For each symbol its code, and below it, in five bits, how long the code is; 0 where there is none. */
    final int[] codes = new int[256];

    private final byte[] lengths;
    private final byte[] symbols;

    /**
     * @param lengths in hexadecimal, how many codes there are of each length 1..16
     * @param symbols in hexadecimal, in the order of their codes
     */
    JpegHuffman(String lengths, String symbols) {
        this.lengths = HexFormat.of().parseHex(lengths);
        this.symbols = HexFormat.of().parseHex(symbols);
        int code = 0;
        int next = 0;
        for (int length = 1; length <= 16; length++) {
            for (int i = 0; i < this.lengths[length - 1]; i++) {
                codes[this.symbols[next++] & 0xFF] = code++ << 5 | length;
            }
            code <<= 1;
        }
    }

    /** Writes what DHT says of the table. */
    void define(int identifier, ByteSink sink) {
        sink.u8(identifier);
        sink.all(lengths);
        sink.all(symbols);
    }

    int definedBytes() {
        return 1 + lengths.length + symbols.length;
    }
}
