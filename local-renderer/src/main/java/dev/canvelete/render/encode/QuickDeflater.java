package dev.canvelete.render.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Deflates (RFC 1951) a few hundred bytes in a few microseconds, where {@link java.util.zip.Deflater} spends more on
 * counting and on clearing its tables: with the codes that the format has built in, and one place to look for each match.
 * For one thread at a time.
 */
public final class QuickDeflater {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int SLOTS_LOG2 = 11;

    /** A match that is shorter costs about as much as its bytes. */
    private static final int SHORTEST = Integer.BYTES;

    private static final int FIXED_CODES = 0b010;
    private static final int LAST = 1;
    private static final int END_OF_BLOCK_BITS = 7;
    private static final int STORED_BLOCK_BITS = 3;
    private static final int EMPTY_STORED = 0xFFFF0000;

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

    private final int[] lastPlaces = new int[1 << SLOTS_LOG2];

    /** Where the data count as beginning: behind all earlier data, whose places so need not be cleared. */
    private int origin;

    private int next = 1;

    private static int code(int code, int bits) {
        return Integer.reverse(code) >>> 32 - bits << 5 | bits;
    }

    /** How much room as many bytes may take: up to nine bits each, head and end, and a word that is written whole. */
    public static int most(int count) {
        return Math.addExact(count, count / 8 + 32);
    }

    /**
     * Writes blocks of bytes of an array, which end at a byte.
     *
     * @param from how many bytes ahead of them the stream has had already, so that they can be referred to
     * @param count where they end
     * @param last whether the stream ends with them; otherwise any other blocks may follow
     * @param into takes them from its start on; has room for {@link #most} bytes, and those after the blocks may change
     * @return how many bytes the blocks have
     */
    public int deflate(byte[] data, int from, int count, boolean last, byte[] into) {
        moveOrigin(count);
        index(data, 0, Math.min(from, count - SHORTEST + 1));
        long pending = FIXED_CODES | (last ? LAST : 0);
        int bits = 3;
        int to = 0;
        for (int at = from; at < count; ) {
            int length = 0;
            long token = LITERALS[data[at] & 0xFF];
            if (at <= count - SHORTEST) {
                int distance = distance(data, at);
                if (distance > 0) {
                    length = length(data, at, at - distance, count);
                    token = match(length, distance);
                    index(data, at + 1, Math.min(at + length, count - SHORTEST + 1));
                }
            }
            at += Math.max(1, length);
            pending |= token >>> 5 << bits;
            bits += (int) token & 31;
            LONG.set(into, to, pending);
            to += bits >>> 3;
            pending >>>= bits & ~7;
            bits &= 7;
        }
        return end(pending, bits + END_OF_BLOCK_BITS, last, into, to);
    }

    private static int end(long pending, int bits, boolean last, byte[] into, int at) {
        LONG.set(into, at, pending);
        if (last) {
            return at + (bits + 7 >>> 3);
        }
        int stored = at + (bits + STORED_BLOCK_BITS + 7 >>> 3);
        INT.set(into, stored, EMPTY_STORED);
        return stored + Integer.BYTES;
    }

    private void moveOrigin(int count) {
        if (next > Integer.MAX_VALUE - count) {
            Arrays.fill(lastPlaces, 0);
            next = 1;
        }
        origin = next;
        next += count;
    }

    /** How far back the same bytes came last, as many as make a match; 0 when they did not or that is too far. */
    private int distance(byte[] data, int at) {
        int bytes = (int) INT.get(data, at);
        int slot = slot(bytes);
        int from = lastPlaces[slot] - origin;
        lastPlaces[slot] = origin + at;
        boolean found = from >= 0 && at - from <= DeflateSymbols.WINDOW && (int) INT.get(data, from) == bytes;
        return found ? at - from : 0;
    }

    private static int length(byte[] data, int at, int from, int count) {
        int longest = Math.min(DeflateSymbols.MAX_MATCH, count - at);
        int length = SHORTEST;
        while (length < longest && data[from + length] == data[at + length]) {
            length++;
        }
        return length;
    }

    private void index(byte[] data, int from, int to) {
        for (int at = from; at < to; at++) {
            lastPlaces[slot((int) INT.get(data, at))] = origin + at;
        }
    }

    /** The code of a match, likewise: at most 31 bits with all that follows it. */
    private static long match(int length, int distance) {
        int near = LENGTHS[length];
        int nearBits = near & 31;
        int symbol = DeflateSymbols.ofDistance(distance);
        int farBits = 5 + DeflateSymbols.DISTANCE_EXTRA[symbol];
        long far = Integer.reverse(symbol) >>> 27 | distance - DeflateSymbols.DISTANCE_BASE[symbol] << 5;
        return (near >>> 5 | far << nearBits) << 5 | nearBits + farBits;
    }

    private static int slot(int bytes) {
        return bytes * 0x9E3779B1 >>> 32 - SLOTS_LOG2;
    }
}
