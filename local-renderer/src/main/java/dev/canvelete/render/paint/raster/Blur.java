package dev.canvelete.render.paint.raster;

import java.awt.geom.AffineTransform;

/** A Gaussian blur, first along rows, then along columns. */
record Blur(LineBlur rows, LineBlur columns) implements Effect {
    /** Larger deviations are taken for this one, so that a pixel's surroundings stay bounded. */
    private static final double LARGEST = 500;

    /** The deviation from which three boxes are close enough to a Gaussian for thin things. */
    private static final double SMOOTH = 2;

    /**
     * A blur for the device.
     *
     * @param deviation in the coordinates that {@code toDevice} takes to the device
     * @param thin whether to use the true kernel for small deviations: browsers do for shadows, but blur filtered layers
     *     with boxes throughout
     */
    static Blur of(double deviation, AffineTransform toDevice, boolean thin) {
        return new Blur(
                line(deviation * Math.hypot(toDevice.getScaleX(), toDevice.getShearX()), thin),
                line(deviation * Math.hypot(toDevice.getShearY(), toDevice.getScaleY()), thin));
    }

    private static LineBlur line(double deviation, boolean thin) {
        double held = deviation > 0 ? Math.min(LARGEST, deviation) : 0;
        int window = BoxBlur.window(held);
        return window < 2 || thin && held < SMOOTH ? new KernelBlur(held) : new BoxBlur(window);
    }

    @Override
    public Area around(Area area) {
        return area.grow(rows.reach(), columns.reach());
    }

    /** Blurs each channel once; those that are empty, or the same as the one above, as a shadow's often are, cost nothing. */
    @Override
    public void apply(Layer layer) {
        int[] argb = layer.argb();
        int size = layer.area().width() * layer.area().height();
        int used = 0;
        int differing = 0;
        for (int i = 0; i < size; i++) {
            used |= argb[i];
            differing |= argb[i] ^ argb[i] >>> 8;
        }
        byte[] plane = new byte[size];
        for (int shift = 24; shift >= 0; shift -= 8) {
            if ((used >>> shift & 0xFF) == 0) {
                continue;
            }
            if (shift == 24 || (differing >>> shift & 0xFF) != 0) {
                for (int i = 0; i < size; i++) {
                    plane[i] = (byte) (argb[i] >>> shift);
                }
                apply(plane, layer.area());
            }
            for (int i = 0; i < size; i++) {
                argb[i] = argb[i] & ~(0xFF << shift) | (plane[i] & 0xFF) << shift;
            }
        }
    }

    void apply(Mask mask) {
        apply(mask.coverage(), mask.area());
    }

    private void apply(byte[] data, Area area) {
        rows.run(data, area.width(), 1, area.height(), area.width());
        columns.run(data, area.height(), area.width(), area.width(), 1);
    }
}
