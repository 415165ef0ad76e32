package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;

/** What colour a paint has at each pixel. The colour of a pixel depends on its place alone. */
sealed interface Shader permits FlatShader, LayerShader, LinearShader, PictureShader, RadialShader {
    /** Writes the premultiplied colours of {@code count} pixels of row {@code y}, the first at {@code x}. */
    void shade(int x, int y, int count, int[] into);

    /** @param toDevice from the paint's coordinates to pixels */
    static Shader of(Paint paint, AffineTransform toDevice) {
        try {
            return switch (paint) {
                case Paint.Solid solid -> new FlatShader(Pixels.premultiply(solid.argb()));
                case Paint.Linear linear -> LinearShader.of(linear, toDevice.createInverse());
                case Paint.Radial radial -> RadialShader.of(radial, toDevice.createInverse());
            };
        } catch (NoninvertibleTransformException e) {
            return FlatShader.NOTHING; // All is squeezed into a line, which covers no pixel.
        }
    }
}
