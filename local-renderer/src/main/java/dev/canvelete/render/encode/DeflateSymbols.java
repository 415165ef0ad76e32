package dev.canvelete.render.encode;

/** The symbols of lengths and distances in deflate, and the bits that follow them (RFC 1951, 3.2.5). */
final class DeflateSymbols {
    static final int MIN_MATCH = 3;
    static final int MAX_MATCH = 258;
    static final int WINDOW = 32768;
    static final int END_OF_BLOCK = 256;
    static final int LITERALS_AND_LENGTHS = 286;
    static final int DISTANCES = 30;

    static final int[] LENGTH_BASE = new int[29];
    static final int[] LENGTH_EXTRA = new int[29];
    static final int[] DISTANCE_BASE = new int[DISTANCES];
    static final int[] DISTANCE_EXTRA = new int[DISTANCES];

    private static final byte[] OF_LENGTH = new byte[MAX_MATCH + 1];

    static {
        int length = MIN_MATCH;
        for (int i = 0; i < 28; i++) {
            LENGTH_EXTRA[i] = i < 4 ? 0 : i / 4 - 1;
            LENGTH_BASE[i] = length;
            for (int j = 0; j < 1 << LENGTH_EXTRA[i] && length <= MAX_MATCH; j++) {
                OF_LENGTH[length++] = (byte) i;
            }
        }
        LENGTH_BASE[28] = MAX_MATCH;
        OF_LENGTH[MAX_MATCH] = 28;
        int distance = 1;
        for (int i = 0; i < DISTANCES; i++) {
            DISTANCE_EXTRA[i] = i < 2 ? 0 : i / 2 - 1;
            DISTANCE_BASE[i] = distance;
            distance += 1 << DISTANCE_EXTRA[i];
        }
    }

    private DeflateSymbols() {}

    /** The number, from 0, of the symbol for a length of 3..258. */
    static int ofLength(int length) {
        return OF_LENGTH[length];
    }

    /**
     * The symbol for a distance of 1..32768: of one less, the place of the highest bit and the bit below it. There is no
     * branch, as near and far distances come in no order and processors would guess it wrongly.
     */
    static int ofDistance(int distance) {
        int before = distance - 1;
        int place = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(before | 1);
        return 2 * place + (before >>> Math.max(0, place - 1) & 1);
    }

    /** How many symbols of the greatest length a match begins with; the rest is one or two parts more. */
    static int longestParts(int length) {
        return (length - MIN_MATCH) / MAX_MATCH;
    }

    /** How much of a match that is longer than one symbol can say goes first: never leaves a rest under 3. */
    static int part(int length) {
        return length <= MAX_MATCH ? length : Math.min(MAX_MATCH, length - MIN_MATCH);
    }
}
