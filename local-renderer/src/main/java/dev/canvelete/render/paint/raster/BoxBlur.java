package dev.canvelete.render.paint.raster;

import java.util.Arrays;

/**
 * Three running averages in a row, which come close to a Gaussian (Filter Effects Module Level 1, feGaussianBlur). For an
 * even window the first two lean half a pixel to either side and the third is one wider, so that all is centred.
 */
final class BoxBlur extends LineBlur {
    private final int reach;
    private final int[][] history;
    private final int[][] sums = new int[3][LANES];
    private final int[] at = new int[3];

    /** Bits dropped before the third sum, that it may fit an int. */
    private final int shift;

    private final float factor;

    BoxBlur(int window) {
        int last = window % 2 == 0 ? window + 1 : window;
        reach = (2 * window + last - 3) / 2;
        history = new int[][] {new int[window * LANES], new int[window * LANES], new int[last * LANES]};
        double weight = (double) window * window * last;
        int drop = 0;
        while (weight * 255 / (1 << drop) > Integer.MAX_VALUE) {
            drop++;
        }
        shift = drop;
        factor = (float) ((1 << drop) / weight);
    }

    /** The width of the averages for a deviation. */
    static int window(double deviation) {
        return (int) Math.floor(deviation * 3 * Math.sqrt(2 * Math.PI) / 4 + 0.5);
    }

    @Override
    int reach() {
        return reach;
    }

    @Override
    void reset() {
        for (int i = 0; i < 3; i++) {
            Arrays.fill(history[i], 0);
            Arrays.fill(sums[i], 0);
            at[i] = 0;
        }
    }

    @Override
    void step(int[] values) {
        add(0, values);
        add(1, values);
        for (int i = 0; i < LANES; i++) {
            values[i] >>>= shift;
        }
        add(2, values);
        for (int i = 0; i < LANES; i++) {
            values[i] = (int) (values[i] * factor + 0.5f);
        }
    }

    /** Replaces values by the sums of as many as a window holds. */
    private void add(int box, int[] values) {
        int[] window = history[box];
        int[] sum = sums[box];
        int from = at[box];
        for (int i = 0; i < LANES; i++) {
            int value = values[i];
            int total = sum[i] + value - window[from + i];
            window[from + i] = value;
            sum[i] = total;
            values[i] = total;
        }
        at[box] = from + LANES == window.length ? 0 : from + LANES;
    }
}
