package dev.canvelete.render.image.jpeg;

import java.util.Arrays;

/**
 * The inverse cosine transform to fewer samples than a block has: each sample is the mean of the square of samples that
 * the whole transform would give in its place. A mean of cosines is a sum of cosines too, so it costs no more to go
 * there directly. Immutable, thread-safe.
 */
final class ReducedDct {
    private static final int FRACTION = 13;
    private static final int KEPT = 2;

    private final int size;
    /** Row by row, what each coefficient adds to each sample of a line. */
    private final int[] weights;

    /**
     * A transform.
     *
     * @param size samples of a block in each direction: 4, 2 or 1
     */
    ReducedDct(int size) {
        this.size = size;
        this.weights = new int[size * 8];
        int each = 8 / size;
        for (int x = 0; x < size; x++) {
            for (int u = 0; u < 8; u++) {
                double sum = 0;
                for (int i = 0; i < each; i++) {
                    sum += StrictMath.cos((2 * (x * each + i) + 1) * u * StrictMath.PI / 16);
                }
                double scale = (u == 0 ? StrictMath.sqrt(0.5) : 1) / 2 / each;
                weights[x * 8 + u] = (int) StrictMath.round(sum * scale * (1 << FRACTION));
            }
        }
    }

    /** Transforms a block, dequantized, row by row, and clears it. */
    void transform(int[] block, int[] scratch, byte[] samples, int start, int stride) {
        for (int y = 0; y < size; y++) {
            for (int u = 0; u < 8; u++) {
                int sum = 1 << (FRACTION - KEPT - 1);
                for (int v = 0; v < 8; v++) {
                    sum += weights[y * 8 + v] * block[v * 8 + u];
                }
                scratch[y * 8 + u] = sum >> FRACTION - KEPT;
            }
        }
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int sum = 1 << (FRACTION + KEPT - 1);
                for (int u = 0; u < 8; u++) {
                    sum += weights[x * 8 + u] * scratch[y * 8 + u];
                }
                samples[start + y * stride + x] = InverseDct.sample(sum >> FRACTION + KEPT);
            }
        }
        Arrays.fill(block, 0);
    }
}
