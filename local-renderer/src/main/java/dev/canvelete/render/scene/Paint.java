package dev.canvelete.render.scene;

import java.util.List;

/** What an area is filled with. Colours are sRGB, {@code 0xAARRGGBB}, not premultiplied. */
public sealed interface Paint {
    /** One colour everywhere. */
    record Solid(int argb) implements Paint {}

    /**
     * Colours along a line, the first and the last going on for ever.
     *
     * @param stops two or more
     */
    record Linear(double x0, double y0, double x1, double y1, List<Stop> stops) implements Paint {
        public Linear {
            stops = List.copyOf(stops);
        }
    }

    /**
     * Colours from a centre outwards to an ellipse, the last going on for ever.
     *
     * @param rx horizontal radius at offset 1, over 0
     * @param ry vertical radius at offset 1, over 0
     * @param stops two or more
     */
    record Radial(double cx, double cy, double rx, double ry, List<Stop> stops) implements Paint {
        public Radial {
            stops = List.copyOf(stops);
        }
    }

    /**
     * A colour at a place of a gradient. Between stops, colours are interpolated premultiplied, as CSS does.
     *
     * @param offset 0..1, not before the stop ahead of it; two at one offset make a hard edge
     */
    record Stop(double offset, int argb) {}
}
