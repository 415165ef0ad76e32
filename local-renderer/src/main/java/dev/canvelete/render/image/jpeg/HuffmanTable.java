package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;

/**
 * A Huffman code (T.81 annex C and F.2.2.3), as tables that are indexed by the next bits of the stream: most
 * coefficients are found, run, value and all, by one look.
 */
final class HuffmanTable {
    /** Bits that index the tables; 2 tables of 4 KB each stay in the fastest cache. */
    static final int LOOKUP_BITS = 10;

    /** The run of an entry of {@link #coefficients} that ends the block: past the end, wherever it is met. */
    static final int END_OF_BLOCK = 112;

    private static final int LOOKUP_SIZE = 1 << LOOKUP_BITS;
    private static final int LONGEST_CODE = 16;

    /** By the next bits: {@code length << 8 | symbol}, or 0 for a code that is longer. */
    private final short[] symbols = new short[LOOKUP_SIZE];

    /** By the next bits: {@code value << 16 | run << 8 | bits used}, or 0 when code and value do not fit. */
    final int[] coefficients = new int[LOOKUP_SIZE];

    private final byte[] values;
    /** By length: the first 16 bits that are past the codes of that length. */
    private final int[] ends = new int[LONGEST_CODE + 1];
    /** By length: what to add to a code to find its value. */
    private final int[] offsets = new int[LONGEST_CODE + 1];

    /**
     * Makes the tables.
     *
     * @param counts how many codes there are of lengths 1 to 16
     * @param values the symbols in the order of their codes
     */
    HuffmanTable(int[] counts, byte[] values) throws ResourceException {
        this.values = values;
        int code = 0;
        int next = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            int count = counts[length - 1];
            offsets[length] = next - code;
            if (code + count > 1 << length) {
                throw new ResourceException("the JPG is damaged: a Huffman table has too many codes");
            }
            if (length <= LOOKUP_BITS) {
                int width = 1 << (LOOKUP_BITS - length);
                for (int i = 0; i < count * width; i++) {
                    symbols[code * width + i] = (short) (length << 8 | values[next + i / width] & 0xFF);
                }
            }
            code += count;
            next += count;
            ends[length] = code << (LONGEST_CODE - length);
            code <<= 1;
        }
        for (int bits = 0; bits < LOOKUP_SIZE; bits++) {
            coefficients[bits] = coefficient(bits);
        }
    }

    private int coefficient(int bits) {
        int length = symbols[bits] >> 8;
        int run = symbols[bits] >> 4 & 15;
        int size = symbols[bits] & 15;
        if (length == 0 || length + size > LOOKUP_BITS) {
            return 0;
        }
        if (size == 0) {
            return (run == 15 ? run : END_OF_BLOCK) << 8 | length;
        }
        int magnitude = bits >> (LOOKUP_BITS - length - size) & (1 << size) - 1;
        int value = magnitude < 1 << (size - 1) ? magnitude - (1 << size) + 1 : magnitude;
        return value << 16 | run << 8 | length + size;
    }

    /** The symbol that the stream goes on with, and its length: {@code length << 8 | symbol}. */
    int symbol(long bits) throws ResourceException {
        int found = symbols[(int) (bits >>> (64 - LOOKUP_BITS))];
        if (found != 0) {
            return found;
        }
        int code = (int) (bits >>> (64 - LONGEST_CODE));
        for (int length = LOOKUP_BITS + 1; length <= LONGEST_CODE; length++) {
            if (code < ends[length]) {
                return length << 8 | values[offsets[length] + (code >> (LONGEST_CODE - length))] & 0xFF;
            }
        }
        throw new ResourceException("the JPG is damaged: a code is in no Huffman table");
    }
}
