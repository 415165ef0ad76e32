package dev.canvelete.render.encode;

/**
 * The checksum of RFC 1950 over units. A run of equal units takes one step, and two checksums are joined without their
 * bytes. Not thread-safe.
 */
final class Adler {
    private static final int BASE = 65521;

    /** So few units that sums of their sums stay under 32 bits. */
    private static final int STRETCH = 4096;

    private static final long LOW = 0xFFFFFFFFL;

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

    /** Adds units: their first and third bytes side by side in one long, their second and fourth in another. */
    void units(int[] units, int from, int to) {
        int shift = 32 - 8 * unitBytes;
        for (int start = from; start < to; start += STRETCH) {
            int end = Math.min(to, start + STRETCH);
            long odd = 0;
            long even = 0;
            long odds = 0;
            long evens = 0;
            for (int i = start; i < end; i++) {
                int unit = units[i] << shift;
                odd += (unit & 0xFF000000L) << 8 | unit >>> 8 & 0xFF;
                even += (unit & 0x00FF0000L) << 16 | unit & 0xFF;
                odds += odd;
                evens += even;
            }
            long second = even >>> 32;
            long third = odd & LOW;
            long fourth = even & LOW;
            long sums = (odds >>> 32) + (odds & LOW) + (evens >>> 32) + (evens & LOW);
            b += unitBytes * ((end - start) * a + sums) - second - 2 * third - 3 * fourth;
            a += (odd >>> 32) + second + third + fourth;
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
