package dev.canvelete.render.paint.raster;

import java.util.Arrays;

/** A weighted average with a Gaussian's own weights, for small deviations. */
final class KernelBlur extends LineBlur {
    private static final int ONE = 1 << 16;

    /** Below this nothing visible happens. */
    private static final double SMALLEST = 0.03;

    private final int[] weights;
    private final int[] history;
    private int at;

    KernelBlur(double deviation) {
        int radius = deviation < SMALLEST ? 0 : (int) Math.ceil(3 * deviation);
        double[] exact = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < exact.length; i++) {
            double distance = radius == 0 ? 0 : (i - radius) / deviation;
            exact[i] = StrictMath.exp(-distance * distance / 2);
            sum += exact[i];
        }
        weights = new int[exact.length];
        int rest = ONE;
        for (int i = 0; i < exact.length; i++) {
            weights[i] = (int) Math.rint(exact[i] / sum * ONE);
            rest -= weights[i];
        }
        weights[radius] += rest;
        history = new int[weights.length * LANES];
    }

    @Override
    int reach() {
        return weights.length / 2;
    }

    @Override
    void reset() {
        Arrays.fill(history, 0);
        at = 0;
    }

    @Override
    void step(int[] values) {
        System.arraycopy(values, 0, history, at * LANES, LANES);
        at = (at + 1) % weights.length;
        Arrays.fill(values, 0, LANES, ONE / 2);
        for (int tap = 0; tap < weights.length; tap++) {
            int from = (at + tap) % weights.length * LANES;
            int weight = weights[tap];
            for (int i = 0; i < LANES; i++) {
                values[i] += weight * history[from + i];
            }
        }
        for (int i = 0; i < LANES; i++) {
            values[i] >>>= 16;
        }
    }
}
