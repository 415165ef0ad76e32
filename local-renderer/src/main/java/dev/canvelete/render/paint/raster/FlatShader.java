package dev.canvelete.render.paint.raster;

import java.util.Arrays;

/**
 * One colour everywhere.
 *
 * @param color premultiplied
 */
record FlatShader(int color) implements Shader {
    static final FlatShader NOTHING = new FlatShader(0);

    @Override
    public void shade(int x, int y, int count, int[] into) {
        Arrays.fill(into, 0, count, color);
    }
}
