package dev.canvelete.render.encode;

/**
 * The checksum of RFC 1950 over units. A run of equal units takes one step, and two checksums are joined without their
 * bytes. Not thread-safe.
 */
final class Adler {
    private static final int BASE = 65521;

    /** So few units that their sums, each times its place, stay under 31 bits. */
    private static final int STRETCH = 2048;

    private final int unitBytes;
    private long a = 1;
    private long b;
    private long markedA;
    private long markedB;

    Adler(int unitBytes) {
        this.unitBytes = unitBytes;
    }

    void clear() {
        a = 1;
        b = 0;
    }

    /** Marks where a stretch of bytes begins that may be repeated. */
    void mark() {
        markedA = a;
        markedB = b;
    }

    /** Adds the bytes since the mark again, which are so many, and marks where they begin. */
    void repeat(long length) {
        long sum = Math.floorMod(a - markedA, BASE);
        long sums = Math.floorMod(b - markedB - length * markedA, BASE);
        mark();
        a += sum;
        b += length * markedA + sums;
        reduce();
    }

    void literal(int value) {
        a += value;
        b += a;
        reduce();
    }

    /** Keeps the sums small; due once a row. */
    private void reduce() {
        a %= BASE;
        b %= BASE;
    }

    /** Adds units. Sums of one stretch fit an int, as processors add ints eight at a time. */
    void units(int[] units, int from, int to) {
        int shift = 32 - 8 * unitBytes;
        for (int start = from; start < to; start += STRETCH) {
            int count = Math.min(STRETCH, to - start);
            int sum = 0;
            int ahead = 0;
            int inside = 0;
            for (int i = 0; i < count; i++) {
                int unit = units[start + i] << shift;
                int second = unit >> 16 & 0xFF;
                int third = unit >> 8 & 0xFF;
                int fourth = unit & 0xFF;
                int all = (unit >>> 24) + second + third + fourth;
                sum += all;
                ahead += i * all;
                inside += second + 2 * third + 3 * fourth;
            }
            b += unitBytes * (count * (a + sum) - ahead) - inside;
            a += sum;
        }
    }

    void run(int unit, long count) {
        int shifted = unit << 32 - 8 * unitBytes;
        int second = shifted >> 16 & 0xFF;
        int third = shifted >> 8 & 0xFF;
        int fourth = shifted & 0xFF;
        long sum = (shifted >>> 24) + second + third + fourth;
        long once = unitBytes * sum - second - 2 * third - 3 * fourth;
        b += count * (unitBytes * a + once) + unitBytes * sum * (count * (count - 1) / 2);
        a += count * sum;
    }

    int value() {
        reduce();
        return (int) (b << 16 | a);
    }

    /** The checksum of two stretches of bytes, of which the second has that length. */
    static int joined(int first, int second, long secondLength) {
        long length = secondLength % BASE;
        long firstA = first & 0xFFFF;
        long sumA = firstA + (second & 0xFFFF) + BASE - 1;
        long sumB = length * firstA + (first >>> 16) + (second >>> 16) + BASE - length;
        return (int) (sumB % BASE << 16 | sumA % BASE);
    }
}
