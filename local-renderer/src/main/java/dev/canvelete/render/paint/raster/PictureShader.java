package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Bitmap;
import java.awt.geom.AffineTransform;

/**
 * A bitmap, interpolated between the four pixels around each place; beyond its edges the outermost pixels go on.
 * Upright bitmaps, the usual ones, are scaled across and then down, the rest pixel by pixel. Not thread-safe.
 */
final class PictureShader implements Shader {
    /** Bits behind the point of a place in the bitmap: the two sides of a weight of 0..256. */
    static final int BITS = 8;

    private final Bitmap bitmap;
    private final AffineTransform toBitmap;
    private final boolean upright;
    private final boolean aligned;
    private final ScaledRows rows;

    /** @param toBitmap from device space to pixels of the bitmap */
    PictureShader(Bitmap bitmap, AffineTransform toBitmap) {
        this.bitmap = bitmap;
        this.toBitmap = toBitmap;
        upright = toBitmap.getShearX() == 0 && toBitmap.getShearY() == 0;
        rows = new ScaledRows(bitmap, toBitmap.getScaleX(), toBitmap.getTranslateX());
        aligned = upright
                && toBitmap.getScaleX() == 1
                && toBitmap.getScaleY() == 1
                && toBitmap.getTranslateX() == Math.rint(toBitmap.getTranslateX())
                && toBitmap.getTranslateY() == Math.rint(toBitmap.getTranslateY())
                && Math.abs(toBitmap.getTranslateX()) < 1 << 24
                && Math.abs(toBitmap.getTranslateY()) < 1 << 24;
    }

    @Override
    public void shade(int x, int y, int count, int[] into) {
        int left = x + (int) toBitmap.getTranslateX();
        if (aligned && left >= 0 && left + count <= bitmap.width()) {
            int row = Math.max(0, Math.min(bitmap.height() - 1, y + (int) toBitmap.getTranslateY()));
            System.arraycopy(bitmap.argb(), row * bitmap.width() + left, into, 0, count);
        } else if (upright) {
            shadeUpright(x, y, count, into);
        } else {
            shadeTurned(x, y, count, into);
        }
    }

    private void shadeUpright(int x, int y, int count, int[] into) {
        int v = place(toBitmap.getScaleY() * (y + 0.5) + toBitmap.getTranslateY(), bitmap.height());
        int from = rows.index(x, count);
        System.arraycopy(rows.row(v), from, into, 0, count);
    }

    private void shadeTurned(int x, int y, int count, int[] into) {
        int[] argb = bitmap.argb();
        int width = bitmap.width();
        double startX = toBitmap.getShearX() * (y + 0.5) + toBitmap.getTranslateX();
        double startY = toBitmap.getScaleY() * (y + 0.5) + toBitmap.getTranslateY();
        for (int i = 0; i < count; i++) {
            int u = place(toBitmap.getScaleX() * (x + i + 0.5) + startX, width);
            int v = place(toBitmap.getShearY() * (x + i + 0.5) + startY, bitmap.height());
            int left = u >> BITS;
            int right = Math.min(left + 1, width - 1);
            int upper = (v >> BITS) * width;
            int lower = Math.min((v >> BITS) + 1, bitmap.height() - 1) * width;
            into[i] = Pixels.mix(
                    Pixels.mix(argb[upper + left], argb[upper + right], u & 0xFF),
                    Pixels.mix(argb[lower + left], argb[lower + right], u & 0xFF),
                    v & 0xFF);
        }
    }

    /** Which pixel's centre lies before a place, and how far behind it the place is, held inside the bitmap. */
    static int place(double at, int size) {
        double last = (double) (size - 1) * (1 << BITS);
        return (int) Math.max(0, Math.min(last, Math.floor((at - 0.5) * (1 << BITS) + 0.5)));
    }
}
