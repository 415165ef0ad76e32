package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Deflates (RFC 1951) a few hundred bytes in a few microseconds, where {@link java.util.zip.Deflater} spends more on
 * counting and on clearing its tables: with the codes that the format has built in, and one place to look for each match.
 * For one thread at a time.
 */
public final class QuickDeflater {
    private static final int SLOTS_LOG2 = 11;
    private static final int NOWHERE = -1;

    /** A match that is shorter costs about as much as its bytes. */
    private static final int SHORTEST = 4;

    private static final int FIXED_CODES = 0b010;
    private static final int LAST = 1;

    /** For each byte its code, and in the lowest five bits how many bits that has. */
    private static final int[] LITERALS = new int[256];

    /** For each length of a match its code with what follows that, likewise. */
    private static final int[] LENGTHS = new int[DeflateSymbols.MAX_MATCH + 1];

    static {
        for (int value = 0; value < LITERALS.length; value++) {
            LITERALS[value] = value < 144 ? code(0x30 + value, 8) : code(0x190 + value - 144, 9);
        }
        for (int length = DeflateSymbols.MIN_MATCH; length < LENGTHS.length; length++) {
            int symbol = DeflateSymbols.ofLength(length);
            int code = symbol < 23 ? code(symbol + 1, 7) : code(0xC0 + symbol - 23, 8);
            int bits = code & 31;
            int extra = length - DeflateSymbols.LENGTH_BASE[symbol] << bits;
            LENGTHS[length] = (code >>> 5 | extra) << 5 | bits + DeflateSymbols.LENGTH_EXTRA[symbol];
        }
    }

    private final ByteSink sink = new ByteSink(4096);
    private final DeflateBits out = new DeflateBits(sink);
    private final int[] lastPlaces = new int[1 << SLOTS_LOG2];

    private static int code(int code, int bits) {
        return Integer.reverse(code) >>> 32 - bits << 5 | bits;
    }

    /**
     * Blocks of the first bytes of an array, which end at a byte.
     *
     * @param last whether the stream ends with them; otherwise any other blocks may follow
     */
    public byte[] deflate(byte[] data, int count, boolean last) {
        sink.clear();
        Arrays.fill(lastPlaces, NOWHERE);
        out.put(FIXED_CODES | (last ? LAST : 0), 3);
        int at = 0;
        while (at <= count - SHORTEST) {
            int length = match(data, at, count);
            at += length;
            if (length == 0) {
                literal(data[at++]);
            }
        }
        while (at < count) {
            literal(data[at++]);
        }
        out.put(0, 7);
        if (last) {
            out.finish();
        } else {
            out.align();
        }
        return sink.toBytes();
    }

    private void literal(byte value) {
        int code = LITERALS[value & 0xFF];
        out.put(code >>> 5, code & 31);
    }

    /** Puts a match where there is one; returns its length, or 0. */
    private int match(byte[] data, int at, int count) {
        int slot = slot(data, at);
        int from = lastPlaces[slot];
        lastPlaces[slot] = at;
        if (from == NOWHERE || at - from > DeflateSymbols.WINDOW) {
            return 0;
        }
        int longest = Math.min(DeflateSymbols.MAX_MATCH, count - at);
        int differs = Arrays.mismatch(data, from, from + longest, data, at, at + longest);
        int length = differs < 0 ? longest : differs;
        if (length < SHORTEST) {
            return 0;
        }
        put(length, at - from);
        for (int i = at + 1; i < at + length && i <= count - SHORTEST; i++) {
            lastPlaces[slot(data, i)] = i;
        }
        return length;
    }

    private void put(int length, int distance) {
        int code = LENGTHS[length];
        out.put(code >>> 5, code & 31);
        int symbol = DeflateSymbols.ofDistance(distance);
        int far = Integer.reverse(symbol) >>> 27 | distance - DeflateSymbols.DISTANCE_BASE[symbol] << 5;
        out.put(far, 5 + DeflateSymbols.DISTANCE_EXTRA[symbol]);
    }

    private static int slot(byte[] data, int at) {
        int four = data[at] & 0xFF | (data[at + 1] & 0xFF) << 8 | (data[at + 2] & 0xFF) << 16 | data[at + 3] << 24;
        return four * 0x9E3779B1 >>> 32 - SLOTS_LOG2;
    }
}
