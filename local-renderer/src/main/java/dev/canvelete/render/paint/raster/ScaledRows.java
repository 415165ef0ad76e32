package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Bitmap;
import java.util.Arrays;

/**
 * Rows of a bitmap, scaled across only. As painting goes downwards, most rows are asked for again at once: of even rows
 * and of odd ones the last is kept each. Not thread-safe.
 */
final class ScaledRows {
    /** Columns scaled beyond those asked for, so that growing shapes do not have each row scaled anew. */
    private static final int MARGIN = 64;

    private final Bitmap bitmap;
    private final double scale;
    private final double origin;

    private int left;
    private int right;
    /** By device column from the left on, the place in the bitmap, as {@link PictureShader#place} gives it. */
    private int[] places = {};

    private final int[][] kept = {{}, {}};
    private final int[] numbers = {-1, -1};

    /** Device column {@code x} lies at {@code x * scale + origin} in the bitmap. */
    ScaledRows(Bitmap bitmap, double scale, double origin) {
        this.bitmap = bitmap;
        this.scale = scale;
        this.origin = origin;
    }

    /** Sees to it that rows have these device columns; gives the index in them of the first. */
    int index(int x, int count) {
        if (x < left || x + count > right) {
            boolean none = right == left;
            left = (none ? x : Math.min(left, x)) - MARGIN;
            right = (none ? x + count : Math.max(right, x + count)) + MARGIN;
            places = new int[right - left];
            for (int i = 0; i < places.length; i++) {
                places[i] = PictureShader.place(scale * (left + i + 0.5) + origin, bitmap.width());
            }
            Arrays.fill(numbers, -1);
        }
        return x - left;
    }

    /** A row of the bitmap; overwritten when the next but one is asked for. */
    int[] row(int number) {
        int parity = number & 1;
        if (numbers[parity] != number) {
            if (kept[parity].length != places.length) {
                kept[parity] = new int[places.length];
            }
            scale(number * bitmap.width(), kept[parity]);
            numbers[parity] = number;
        }
        return kept[parity];
    }

    private void scale(int from, int[] into) {
        int[] argb = bitmap.argb();
        int last = bitmap.width() - 1;
        for (int i = 0; i < into.length; i++) {
            int column = places[i] >> PictureShader.BITS;
            int next = Math.min(column + 1, last);
            into[i] = Pixels.mix(argb[from + column], argb[from + next], places[i] & 0xFF);
        }
    }
}
