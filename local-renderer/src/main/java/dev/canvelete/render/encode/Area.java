package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.List;

/**
 * A rectangle of whole pixels; parts outside of a bitmap do not count.
 *
 * @param x the leftmost column
 * @param y the topmost row
 */
public record Area(int x, int y, int width, int height) {
    /** The part that lies on the bitmap; its width and height may be 0 or less when there is none. */
    Area on(Bitmap bitmap) {
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        long right = Math.min(bitmap.width(), (long) x + width);
        long bottom = Math.min(bitmap.height(), (long) y + height);
        return new Area(left, top, (int) (right - left), (int) (bottom - top));
    }

    /** The parts of some rectangles that lie on the bitmap, without those that do not. */
    static List<Area> on(Bitmap bitmap, List<Area> areas) {
        return areas.stream()
                .map(area -> area.on(bitmap))
                .filter(area -> !area.isEmpty())
                .toList();
    }

    /**
     * Whether it has some of these rows.
     *
     * @param to the row after the last
     */
    boolean hasRows(int from, int to) {
        return y < to && y + height > from;
    }

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }
}
