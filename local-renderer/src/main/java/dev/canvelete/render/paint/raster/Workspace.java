package dev.canvelete.render.paint.raster;

import java.util.ArrayDeque;
import java.util.Arrays;

/** What painting needs again and again. For one thread at a time. */
final class Workspace {
    /** Pixels of layers that are kept for the next layer; larger layers are made and dropped. */
    private static final int KEPT = 1 << 22;

    private final Rasterizer rasterizer = new Rasterizer();
    private final ArrayDeque<int[]> spare = new ArrayDeque<>();
    private int kept;
    private int[] colors = new int[0];
    private byte[] coverage = new byte[0];

    Rasterizer rasterizer() {
        return rasterizer;
    }

    /** Room for a row of colours; the same each time. */
    int[] colors(int count) {
        if (colors.length < count) {
            colors = new int[count];
        }
        return colors;
    }

    /** Room for a row of coverage; the same each time. */
    byte[] coverage(int count) {
        if (coverage.length < count) {
            coverage = new byte[count];
        }
        return coverage;
    }

    /** A transparent layer, to be released after use. */
    Layer layer(Area area) {
        int size = Math.multiplyExact(area.width(), area.height());
        for (int[] each : spare) {
            if (each.length >= size) {
                spare.remove(each);
                kept -= each.length;
                Arrays.fill(each, 0, size, 0);
                return new Layer(area, each);
            }
        }
        return new Layer(area, new int[size]);
    }

    /** Takes back a layer that nobody uses any more. */
    void release(Layer layer) {
        if (kept + layer.argb().length <= KEPT) {
            spare.add(layer.argb());
            kept += layer.argb().length;
        }
    }
}
