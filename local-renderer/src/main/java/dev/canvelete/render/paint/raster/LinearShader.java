package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Paint;
import java.awt.geom.AffineTransform;
import java.util.Arrays;

/** A linear gradient, evaluated at the centres of pixels. */
final class LinearShader implements Shader {
    private final Ramp ramp;

    /** The offset at device point (x, y) is {@code perX * x + perY * y + origin}. */
    private final double perX;

    private final double perY;
    private final double origin;

    private LinearShader(Ramp ramp, Paint.Linear gradient, AffineTransform toUser) {
        double dx = gradient.x1() - gradient.x0();
        double dy = gradient.y1() - gradient.y0();
        double square = dx * dx + dy * dy;
        this.ramp = ramp;
        perX = (toUser.getScaleX() * dx + toUser.getShearY() * dy) / square;
        perY = (toUser.getShearX() * dx + toUser.getScaleY() * dy) / square;
        origin = ((toUser.getTranslateX() - gradient.x0()) * dx + (toUser.getTranslateY() - gradient.y0()) * dy)
                / square;
    }

    /**
     * A gradient; if its line has no length, its last colour.
     *
     * @param toUser from device space to the gradient's
     */
    static Shader of(Paint.Linear gradient, AffineTransform toUser) {
        Ramp ramp = new Ramp(gradient.stops());
        boolean line = gradient.x0() != gradient.x1() || gradient.y0() != gradient.y1();
        return line ? new LinearShader(ramp, gradient, toUser) : new FlatShader(ramp.last());
    }

    @Override
    public void shade(int x, int y, int count, int[] into) {
        double start = perY * (y + 0.5) + origin;
        if (perX == 0) {
            Arrays.fill(into, 0, count, ramp.at(start));
            return;
        }
        for (int i = 0; i < count; i++) {
            into[i] = ramp.at(perX * (x + i + 0.5) + start);
        }
    }
}
