package dev.canvelete.render.encode;

/**
 * The checksum of RFC 1950 over units. A run of equal units takes one step, and two checksums are joined without their
 * bytes. Not thread-safe.
 */
final class Adler {
    private static final int BASE = 65521;

    private final int unitBytes;
    private long a = 1;
    private long b;

    Adler(int unitBytes) {
        this.unitBytes = unitBytes;
    }

    void clear() {
        a = 1;
        b = 0;
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

    void units(int[] units, int from, int to) {
        int shift = 32 - 8 * unitBytes;
        long sumA = a;
        long sumB = b;
        for (int i = from; i < to; i++) {
            int unit = units[i] << shift;
            int second = unit >> 16 & 0xFF;
            int third = unit >> 8 & 0xFF;
            int fourth = unit & 0xFF;
            int sum = (unit >>> 24) + second + third + fourth;
            sumB += unitBytes * (sumA + sum) - second - 2 * third - 3 * fourth;
            sumA += sum;
        }
        a = sumA;
        b = sumB;
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
