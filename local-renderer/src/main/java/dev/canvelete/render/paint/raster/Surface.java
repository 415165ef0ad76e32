package dev.canvelete.render.paint.raster;

import org.jspecify.annotations.Nullable;

/**
 * Where to paint.
 *
 * @param area the part of the layer that may change
 * @param clip what it leaves uncovered does not change; null for no clip
 * @param alpha 0..255, by which all paint is weakened
 */
record Surface(Layer layer, Area area, @Nullable Mask clip, int alpha) {
    Surface(Layer layer, Area area) {
        this(layer, area, null, 255);
    }

    Surface within(Area part) {
        return new Surface(layer, area.intersect(part), clip, alpha);
    }

    Surface weakened(int factor) {
        return new Surface(layer, area, clip, Pixels.multiply(alpha, factor));
    }
}
