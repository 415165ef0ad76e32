package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Paint;
import java.awt.geom.AffineTransform;

/** An elliptic gradient, evaluated at the centres of pixels. */
final class RadialShader implements Shader {
    private final Ramp ramp;

    /** From device space to one in which the ellipse is the unit circle about (0, 0). */
    private final AffineTransform toCircle;

    private RadialShader(Ramp ramp, Paint.Radial gradient, AffineTransform toUser) {
        this.ramp = ramp;
        toCircle = new AffineTransform(1 / gradient.rx(), 0, 0, 1 / gradient.ry(), 0, 0);
        toCircle.translate(-gradient.cx(), -gradient.cy());
        toCircle.concatenate(toUser);
    }

    /**
     * A gradient; if its ellipse has no area, its last colour.
     *
     * @param toUser from device space to the gradient's
     */
    static Shader of(Paint.Radial gradient, AffineTransform toUser) {
        Ramp ramp = new Ramp(gradient.stops());
        boolean ellipse = gradient.rx() > 0 && gradient.ry() > 0;
        return ellipse ? new RadialShader(ramp, gradient, toUser) : new FlatShader(ramp.last());
    }

    @Override
    public void shade(int x, int y, int count, int[] into) {
        double startX = toCircle.getShearX() * (y + 0.5) + toCircle.getTranslateX();
        double startY = toCircle.getScaleY() * (y + 0.5) + toCircle.getTranslateY();
        double perX = toCircle.getScaleX();
        double perY = toCircle.getShearY();
        for (int i = 0; i < count; i++) {
            double u = perX * (x + i + 0.5) + startX;
            double v = perY * (x + i + 0.5) + startY;
            into[i] = ramp.at(Math.sqrt(u * u + v * v));
        }
    }
}
