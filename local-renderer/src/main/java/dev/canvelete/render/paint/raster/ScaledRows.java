package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Bitmap;

/**
 * Rows of a bitmap, scaled across and then mixed down. As painting goes downwards, most rows are asked for again at once:
 * of even rows and of odd ones the last is kept each, and the last mixture. Not thread-safe.
 */
final class ScaledRows {
    /** Columns scaled beyond those asked for, so that growing shapes do not have each row scaled anew. */
    private static final int MARGIN = 64;

    private final Bitmap bitmap;
    private final double scale;
    private final double origin;

    private int left;
    private int right;

    /* By device column from the left on: the pixel in the bitmap, how much of the next one is mixed in, and both. */
    private int[] columns = {};
    private int[] weights = {};
    private int[] here = {};
    private int[] next = {};

    private final int[][] kept = {{}, {}};
    private final int[] numbers = {-1, -1};
    private int[] mixture = {};
    private int mixed = -1;

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
            reserve(right - left);
        }
        return x - left;
    }

    private void reserve(int length) {
        columns = new int[length];
        weights = new int[length];
        here = new int[length];
        next = new int[length];
        mixture = new int[length];
        mixed = -1;
        for (int parity = 0; parity < 2; parity++) {
            kept[parity] = new int[length];
            numbers[parity] = -1;
        }
        int last = Math.max(0, bitmap.width() - 2);
        for (int i = 0; i < length; i++) {
            int place = PictureShader.place(scale * (left + i + 0.5) + origin, bitmap.width());
            columns[i] = Math.min(last, place >> PictureShader.BITS);
            weights[i] = place - (columns[i] << PictureShader.BITS);
        }
    }

    /** What lies at a place down in the bitmap, as {@link PictureShader#place} gives it; overwritten soon. */
    int[] row(int place) {
        int number = place >> PictureShader.BITS;
        int weight = place & (1 << PictureShader.BITS) - 1;
        if (weight == 0) {
            return scaled(number);
        }
        if (mixed != place) {
            Pixels.mix(scaled(number), scaled(number + 1), weight, mixture, mixture.length);
            mixed = place;
        }
        return mixture;
    }

    /** A row of the bitmap, scaled across. */
    private int[] scaled(int number) {
        int parity = number & 1;
        if (numbers[parity] != number) {
            int from = number * bitmap.width();
            take(from, here);
            take(from + Math.min(1, bitmap.width() - 1), next);
            Pixels.mix(here, next, weights, kept[parity], columns.length);
            numbers[parity] = number;
        }
        return kept[parity];
    }

    private void take(int from, int[] into) {
        int[] argb = bitmap.argb();
        for (int i = 0; i < into.length; i++) {
            into[i] = argb[from + columns[i]];
        }
    }
}
