package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Filter;

/** Changes the colours of a layer by a matrix. What is transparent stays so, whatever the matrix says of it. */
final class Recoloring implements Effect {
    private final float[] factors = new float[20];

    Recoloring(Filter.ColorMatrix matrix) {
        for (int i = 0; i < 20; i++) {
            factors[i] = matrix.factors().get(i).floatValue();
        }
    }

    @Override
    public Area around(Area area) {
        return area;
    }

    @Override
    public void apply(Layer layer) {
        int[] argb = layer.argb();
        int size = layer.area().width() * layer.area().height();
        int lastBefore = 0;
        int lastAfter = 0;
        for (int i = 0; i < size; i++) {
            int before = argb[i];
            if (before != lastBefore) {
                lastBefore = before;
                lastAfter = before == 0 ? 0 : recolored(before);
            }
            argb[i] = lastAfter;
        }
    }

    private int recolored(int pixel) {
        float a = (pixel >>> 24) / 255f;
        float r = (pixel >>> 16 & 0xFF) / 255f / a;
        float g = (pixel >>> 8 & 0xFF) / 255f / a;
        float b = (pixel & 0xFF) / 255f / a;
        float alpha = row(15, r, g, b, a);
        int bits = (int) (alpha * 255 + 0.5f);
        return bits << 24
                | channel(row(0, r, g, b, a) * alpha) << 16
                | channel(row(5, r, g, b, a) * alpha) << 8
                | channel(row(10, r, g, b, a) * alpha);
    }

    private float row(int at, float r, float g, float b, float a) {
        float sum = factors[at] * r + factors[at + 1] * g + factors[at + 2] * b + factors[at + 3] * a + factors[at + 4];
        return sum > 0 ? Math.min(1, sum) : 0;
    }

    private static int channel(float value) {
        return (int) (value * 255 + 0.5f);
    }
}
