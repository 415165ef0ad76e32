package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Bitmap;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Bitmaps halved again and again, for painting them small. They are kept as long as the bitmap they were made of is in
 * use, and take at most about a third of its memory. Thread-safe.
 */
final class MipMaps {
    /** After as many halvings, any bitmap is one pixel. */
    private static final int MOST = 30;

    private final Map<Bitmap, List<Bitmap>> levels = new WeakHashMap<>();

    /** How often to halve a bitmap that is placed so: as often as it stays no smaller than it is painted. */
    static int levelFor(Bitmap bitmap, AffineTransform place) {
        double width = Math.hypot(place.getScaleX(), place.getShearY()) / bitmap.width();
        double height = Math.hypot(place.getShearX(), place.getScaleY()) / bitmap.height();
        int level = 0;
        while (Math.max(width, height) * (2 << level) <= 1 && level < MOST) {
            level++;
        }
        return level;
    }

    /** A bitmap halved {@code level} times, odd sizes rounded up. */
    synchronized Bitmap level(Bitmap bitmap, int level) {
        if (level == 0) {
            return bitmap;
        }
        List<Bitmap> halves = levels.computeIfAbsent(bitmap, any -> new ArrayList<>());
        while (halves.size() < level) {
            halves.add(halved(halves.isEmpty() ? bitmap : halves.getLast()));
        }
        return halves.get(level - 1);
    }

    private static Bitmap halved(Bitmap from) {
        int width = (from.width() + 1) / 2;
        int height = (from.height() + 1) / 2;
        int[] source = from.argb();
        int[] target = new int[width * height];
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * from.width();
            int lower = Math.min(2 * y + 1, from.height() - 1) * from.width();
            for (int x = 0; x < width; x++) {
                int left = 2 * x;
                int right = Math.min(left + 1, from.width() - 1);
                target[y * width + x] =
                        mean(source[upper + left], source[upper + right], source[lower + left], source[lower + right]);
            }
        }
        return new Bitmap(width, height, target);
    }

    private static int mean(int a, int b, int c, int d) {
        int even = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x20002;
        int odd = (a >>> 8 & 0xFF00FF) + (b >>> 8 & 0xFF00FF) + (c >>> 8 & 0xFF00FF) + (d >>> 8 & 0xFF00FF) + 0x20002;
        return (even >>> 2 & 0xFF00FF) | (odd << 6 & 0xFF00FF00);
    }
}
