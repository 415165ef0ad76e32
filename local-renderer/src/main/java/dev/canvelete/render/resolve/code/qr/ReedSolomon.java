package dev.canvelete.render.resolve.code.qr;

/**
 * Reed-Solomon codes over the field of 256 elements that QR codes use (7.5.2), where each element but zero is a power
 * of two: products are sums of logarithms.
 */
final class ReedSolomon {
    /** x^8 + x^4 + x^3 + x^2 + 1. */
    private static final int FIELD = 0b1_0001_1101;

    /** The most error correction codewords that a block has. */
    private static final int MOST = 30;

    /** The powers of two, twice in a row, so that a sum of two logarithms needs no remainder. */
    private static final byte[] POWERS = new byte[2 * 255];

    private static final int[] LOGARITHMS = new int[256];

    /** The logarithms of generator polynomials' coefficients by degree, the highest power left out; none is zero. */
    private static final int[][] GENERATORS = new int[MOST + 1][];

    static {
        int power = 1;
        for (int i = 0; i < 255; i++) {
            POWERS[i] = POWERS[i + 255] = (byte) power;
            LOGARITHMS[power] = i;
            power <<= 1;
            power ^= power > 0xFF ? FIELD : 0;
        }
        GENERATORS[0] = new int[0];
        for (int degree = 1; degree <= MOST; degree++) {
            GENERATORS[degree] = timesRoot(GENERATORS[degree - 1], degree - 1);
        }
    }

    private ReedSolomon() {}

    /** A generator polynomial times (x - 2^root). */
    private static int[] timesRoot(int[] generator, int root) {
        int[] product = new int[generator.length + 1];
        for (int i = 0; i < product.length; i++) {
            int shifted = i < generator.length ? element(generator[i]) : 0;
            int multiplied = element((i == 0 ? 0 : generator[i - 1]) + root);
            product[i] = LOGARITHMS[shifted ^ multiplied];
        }
        return product;
    }

    private static int element(int logarithm) {
        return POWERS[logarithm] & 0xFF;
    }

    /** The codewords that let a reader repair a block: the remainder of its polynomial. */
    static byte[] correction(byte[] data, int from, int length, int count) {
        int[] generator = GENERATORS[count];
        byte[] remainder = new byte[count];
        for (int i = from; i < from + length; i++) {
            int factor = (data[i] ^ remainder[0]) & 0xFF;
            System.arraycopy(remainder, 1, remainder, 0, count - 1);
            remainder[count - 1] = 0;
            if (factor != 0) {
                int logarithm = LOGARITHMS[factor];
                for (int k = 0; k < count; k++) {
                    remainder[k] ^= POWERS[logarithm + generator[k]];
                }
            }
        }
        return remainder;
    }
}
