package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Paint.Stop;
import java.util.List;

/**
 * The colours of a gradient by offset. Each stretch between two stops has a table of its own, fine enough that a colour is
 * at most one step from the exact one, and so a hard edge between stretches is exactly where it should be.
 */
final class Ramp {
    private static final int STEPS = 512;

    private final double[] offsets;
    private final int[] colors;
    private final int first;
    private final int last;

    Ramp(List<Stop> stops) {
        int stretches = stops.size() - 1;
        offsets = new double[stops.size()];
        colors = new int[stretches * STEPS];
        for (int i = 0; i <= stretches; i++) {
            double offset = stops.get(i).offset();
            offsets[i] = Math.max(i == 0 ? 0 : offsets[i - 1], offset > 0 ? Math.min(1, offset) : 0);
        }
        for (int i = 0; i < stretches; i++) {
            if (offsets[i] < offsets[i + 1]) {
                stretch(i, stops.get(i).argb(), stops.get(i + 1).argb());
            }
        }
        first = Pixels.premultiply(stops.get(0).argb());
        last = Pixels.premultiply(stops.get(stretches).argb());
    }

    private void stretch(int index, int from, int to) {
        for (int i = 0; i < STEPS; i++) {
            float t = (i + 0.5f) / STEPS;
            float fromAlpha = (from >>> 24) * (1 - t);
            float toAlpha = (to >>> 24) * t;
            int alpha = (int) (fromAlpha + toAlpha + 0.5f);
            int color = alpha << 24;
            for (int shift = 0; shift < 24; shift += 8) {
                float channel = ((from >>> shift & 0xFF) * fromAlpha + (to >>> shift & 0xFF) * toAlpha) / 255;
                color |= Math.min(alpha, (int) (channel + 0.5f)) << shift;
            }
            colors[index * STEPS + i] = color;
        }
    }

    int last() {
        return last;
    }

    /** The colour at an offset; outside 0..1 that of the nearer end, and of what is no number the last. */
    int at(double t) {
        if (t < offsets[0]) {
            return first;
        }
        for (int i = 1; i < offsets.length; i++) {
            if (t < offsets[i]) {
                double within = (t - offsets[i - 1]) / (offsets[i] - offsets[i - 1]);
                return colors[(i - 1) * STEPS + Math.min(STEPS - 1, (int) (within * STEPS))];
            }
        }
        return last;
    }
}
