package dev.canvelete.render.output;

import dev.canvelete.render.encode.Area;
import java.util.List;

/**
 * A rectangle of whole pixels.
 *
 * @param x the leftmost column
 * @param y the topmost row
 */
record PixelArea(int x, int y, int width, int height) {
    /** No pixel at all. */
    static final PixelArea NONE = new PixelArea(0, 0, 0, 0);

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    boolean intersects(PixelArea other) {
        return !isEmpty()
                && !other.isEmpty()
                && x < other.right()
                && other.x < right()
                && y < other.bottom()
                && other.y < bottom();
    }

    /** The smallest area around both, neither of which is empty. */
    PixelArea union(PixelArea other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new PixelArea(
                left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The areas as encoders know them. */
    static List<Area> encoded(List<PixelArea> areas) {
        return areas.stream()
                .map(area -> new Area(area.x, area.y, area.width, area.height))
                .toList();
    }

    /** Areas that encoders name. */
    static List<PixelArea> decoded(List<Area> areas) {
        return areas.stream()
                .map(area -> new PixelArea(area.x(), area.y(), area.width(), area.height()))
                .toList();
    }

    /** Whether it has rows in common with another. */
    boolean sharesRows(PixelArea other) {
        return y < other.bottom() && other.y < bottom();
    }

    /** Whether every row of it is one of another's. */
    boolean withinRows(PixelArea other) {
        return isEmpty() || y >= other.y && bottom() <= other.bottom();
    }

    /** Whether every pixel of it is one of another's. */
    boolean within(PixelArea other) {
        return isEmpty() || withinRows(other) && x >= other.x && right() <= other.right();
    }

    /** The column right of it. */
    int right() {
        return x + width;
    }

    /** The row below it. */
    int bottom() {
        return y + height;
    }
}
