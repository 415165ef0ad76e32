package dev.canvelete.render.paint.raster;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** A rectangle of whole device pixels; right and bottom are just outside it. */
record Area(int left, int top, int right, int bottom) {
    /** Further out than any canvas and yet far from overflowing. */
    private static final int FAR = 1 << 24;

    static final Area NONE = new Area(0, 0, 0, 0);

    /** The smallest area that covers a rectangle; empty when its coordinates are no numbers. */
    static Area around(Rectangle2D bounds) {
        double sum = bounds.getX() + bounds.getY() + bounds.getWidth() + bounds.getHeight();
        if (Double.isNaN(sum)) {
            return NONE;
        }
        return new Area(
                pixel(Math.floor(bounds.getMinX())),
                pixel(Math.floor(bounds.getMinY())),
                pixel(Math.ceil(bounds.getMaxX())),
                pixel(Math.ceil(bounds.getMaxY())));
    }

    /** The smallest area that covers a rectangle after a transform. */
    static Area around(Rectangle2D bounds, AffineTransform transform) {
        return around(transform.createTransformedShape(bounds).getBounds2D());
    }

    private static int pixel(double value) {
        return (int) Math.max(-FAR, Math.min(FAR, value));
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    boolean isEmpty() {
        return left >= right || top >= bottom;
    }

    Area intersect(Area other) {
        Area both = new Area(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
        return both.isEmpty() ? NONE : both;
    }

    Area union(Area other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new Area(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Area grow(int horizontally, int vertically) {
        return isEmpty()
                ? this
                : new Area(left - horizontally, top - vertically, right + horizontally, bottom + vertically);
    }

    Area move(int dx, int dy) {
        return new Area(left + dx, top + dy, right + dx, bottom + dy);
    }

    boolean has(int x, int y) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    boolean contains(Area other) {
        return other.isEmpty()
                || (left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom);
    }
}
