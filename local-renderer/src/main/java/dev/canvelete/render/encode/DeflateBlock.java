package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Tokens of one block of deflate, kept until their statistics are known. A token is a literal unit, a literal byte, or
 * a match; adjoining matches of one distance are one. Not thread-safe.
 */
final class DeflateBlock {
    private static final int TOKENS = 1 << 15;
    private static final int UNIT = 0;
    private static final int BYTE = -1;

    /** Bits that can be put at once. */
    private static final int MOST_BITS = 56;

    /** Bits that a distance takes. */
    private static final int DISTANCE_BITS = 16;

    private static final int[] LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    final HuffmanCode literals = new HuffmanCode(DeflateSymbols.LITERALS_AND_LENGTHS, 15);
    final HuffmanCode distances = new HuffmanCode(DeflateSymbols.DISTANCES, 15);

    /** How often each symbol occurred in all blocks so far. */
    final long[] totalLiterals = new long[DeflateSymbols.LITERALS_AND_LENGTHS];

    final long[] totalDistances = new long[DeflateSymbols.DISTANCES];

    private final HuffmanCode lengths = new HuffmanCode(19, 7);
    private final int[] kinds = new int[TOKENS];
    private final int[] values = new int[TOKENS];
    private final int[] byteBits = new int[256];

    /** How often each value is a unit's last byte, last but one, ...: apart, as increments of one number take turns. */
    private final int[] byteCounts = new int[4 * 256];

    private final long[] matchBits = new long[DeflateSymbols.MAX_MATCH + 1];
    private final byte[] runs = new byte[DeflateSymbols.LITERALS_AND_LENGTHS + DeflateSymbols.DISTANCES];
    private final byte[] runExtras = new byte[runs.length];
    private final int unitBytes;
    private final DeflateBits bits;
    private int size;
    private int matched;
    private int distance;

    DeflateBlock(int unitBytes, DeflateBits bits) {
        this.unitBytes = unitBytes;
        this.bits = bits;
    }

    void unit(int unit) {
        settle();
        int rest = unit;
        for (int place = 0; place < unitBytes; place++) {
            byteCounts[place << 8 | rest & 0xFF]++;
            rest >>>= 8;
        }
        add(UNIT, unit);
    }

    void literal(int value) {
        settle();
        literals.counts[value]++;
        add(BYTE, value);
    }

    /** Whether what came last is a match of that distance, so that a match may go on. */
    boolean matching(int distance) {
        return matched > 0 && this.distance == distance;
    }

    /** Adds a match of at least 3 bytes, or any more bytes to one of that distance. */
    void match(int length, int distance) {
        if (this.distance != distance) {
            settle();
            this.distance = distance;
        }
        matched += length;
    }

    private void settle() {
        if (matched > 0) {
            int symbol = DeflateSymbols.ofDistance(distance);
            if (matched <= DeflateSymbols.MAX_MATCH) {
                literals.counts[257 + DeflateSymbols.ofLength(matched)]++;
                distances.counts[symbol]++;
            } else {
                countLong(symbol);
            }
            int length = matched;
            matched = 0;
            add(length, symbol << DISTANCE_BITS | distance);
        }
        distance = 0;
    }

    private void countLong(int symbol) {
        int longest = DeflateSymbols.longestParts(matched);
        int rest = matched - longest * DeflateSymbols.MAX_MATCH;
        int part = DeflateSymbols.part(rest);
        literals.counts[DeflateSymbols.LITERALS_AND_LENGTHS - 1] += longest;
        literals.counts[257 + DeflateSymbols.ofLength(part)]++;
        distances.counts[symbol] += longest + 1;
        if (rest > part) {
            literals.counts[257 + DeflateSymbols.ofLength(rest - part)]++;
            distances.counts[symbol]++;
        }
    }

    private void add(int kind, int value) {
        kinds[size] = kind;
        values[size++] = value;
        if (size == TOKENS) {
            write();
        }
    }

    /** Writes what there is as a block with a code of its own, not the last one, and begins the next. */
    void write() {
        if (matched > 0) {
            settle();
        }
        if (size == 0) {
            return;
        }
        joinCounts();
        literals.build();
        distances.build();
        head();
        tokens();
        bits.put(literals.codes[DeflateSymbols.END_OF_BLOCK], literals.lengths[DeflateSymbols.END_OF_BLOCK]);
        size = 0;
        literals.drain(totalLiterals);
        distances.drain(totalDistances);
    }

    private void joinCounts() {
        for (int place = 0; place < unitBytes; place++) {
            for (int value = 0; value < 256; value++) {
                literals.counts[value] += byteCounts[place << 8 | value];
            }
        }
        Arrays.fill(byteCounts, 0);
        literals.counts[DeflateSymbols.END_OF_BLOCK]++;
    }

    /** Writes both codes (RFC 1951, 3.2.7). */
    private void head() {
        int literalCodes = used(literals.lengths, 257);
        int distanceCodes = used(distances.lengths, 1);
        lengths.clear();
        int count = runs(distances.lengths, distanceCodes, runs(literals.lengths, literalCodes, 0));
        lengths.build();
        int lengthCodes = LENGTH_ORDER.length;
        while (lengthCodes > 4 && lengths.lengths[LENGTH_ORDER[lengthCodes - 1]] == 0) {
            lengthCodes--;
        }
        bits.put(0b100, 3);
        bits.put(literalCodes - 257 | distanceCodes - 1 << 5 | lengthCodes - 4 << 10, 14);
        for (int i = 0; i < lengthCodes; i++) {
            bits.put(lengths.lengths[LENGTH_ORDER[i]], 3);
        }
        for (int i = 0; i < count; i++) {
            int symbol = runs[i];
            bits.put(lengths.codes[symbol], lengths.lengths[symbol]);
            bits.put(runExtras[i], symbol < 16 ? 0 : symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
        }
    }

    private static int used(int[] lengths, int least) {
        int used = lengths.length;
        while (used > least && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    /** Turns code lengths into symbols for them and for repetitions, from {@code at} on; returns where they end. */
    private int runs(int[] of, int count, int at) {
        int end = at;
        for (int i = 0; i < count; ) {
            int value = of[i];
            int run = 1;
            while (i + run < count && of[i + run] == value) {
                run++;
            }
            i += run;
            if (value > 0) {
                end = run(value, 0, end);
                run--;
            }
            int longest = value == 0 ? 138 : 6;
            while (run >= 3) {
                int part = Math.min(run, longest);
                int symbol = value > 0 ? 16 : part > 10 ? 18 : 17;
                end = run(symbol, part - (symbol == 18 ? 11 : 3), end);
                run -= part;
            }
            for (; run > 0; run--) {
                end = run(value, 0, end);
            }
        }
        return end;
    }

    private int run(int symbol, int extra, int at) {
        runs[at] = (byte) symbol;
        runExtras[at] = (byte) extra;
        lengths.counts[symbol]++;
        return at + 1;
    }

    private void tokens() {
        prepareBytes();
        prepareMatches();
        for (int i = 0; i < size; i++) {
            int kind = kinds[i];
            if (kind == UNIT) {
                putUnit(values[i]);
            } else if (kind == BYTE) {
                int code = byteBits[values[i]];
                bits.put(code >>> 4, code & 15);
            } else {
                putMatch(kind, values[i]);
            }
        }
    }

    private void putUnit(int unit) {
        long all = 0;
        int count = 0;
        for (int shift = 8 * unitBytes - 8; shift >= 0; shift -= 8) {
            int code = byteBits[unit >>> shift & 0xFF];
            all |= (long) (code >>> 4) << count;
            count += code & 15;
            if (count > MOST_BITS - 15) {
                bits.put(all, count);
                all = 0;
                count = 0;
            }
        }
        bits.put(all, count);
    }

    /** For each byte, its code, and in the lowest four bits how many bits it has. */
    private void prepareBytes() {
        for (int value = 0; value < byteBits.length; value++) {
            byteBits[value] = literals.codes[value] << 4 | literals.lengths[value];
        }
    }

    /** For each length, its code and extra bits, and in the lowest five bits how many they are. */
    private void prepareMatches() {
        for (int length = DeflateSymbols.MIN_MATCH; length <= DeflateSymbols.MAX_MATCH; length++) {
            int symbol = DeflateSymbols.ofLength(length);
            int codeBits = literals.lengths[257 + symbol];
            long extra = (long) (length - DeflateSymbols.LENGTH_BASE[symbol]) << codeBits;
            matchBits[length] =
                    (literals.codes[257 + symbol] | extra) << 5 | codeBits + DeflateSymbols.LENGTH_EXTRA[symbol];
        }
    }

    /**
     * Writes a match.
     *
     * @param far the distance, and above it its symbol
     */
    private void putMatch(int length, int far) {
        int symbol = far >>> DISTANCE_BITS;
        int distance = far & (1 << DISTANCE_BITS) - 1;
        int codeBits = distances.lengths[symbol];
        long farBits = distances.codes[symbol] | (long) (distance - DeflateSymbols.DISTANCE_BASE[symbol]) << codeBits;
        int farCount = codeBits + DeflateSymbols.DISTANCE_EXTRA[symbol];
        int rest = length;
        while (rest > DeflateSymbols.MAX_MATCH) {
            int part = DeflateSymbols.part(rest);
            putMatch(matchBits[part], farBits, farCount);
            rest -= part;
        }
        putMatch(matchBits[rest], farBits, farCount);
    }

    private void putMatch(long near, long far, int farCount) {
        int nearCount = (int) near & 31;
        bits.put(near >>> 5 | far << nearCount, nearCount + farCount);
    }
}
