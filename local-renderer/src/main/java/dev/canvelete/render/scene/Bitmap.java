package dev.canvelete.render.scene;

/**
 * Pixels, row by row from the top, each premultiplied sRGB {@code 0xAARRGGBB}.
 *
 * @param argb {@code width * height} pixels; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels are worked on in place; nobody compares bitmaps as values.
public record Bitmap(int width, int height, int[] argb) {
    public Bitmap {
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException(width + " x " + height + " pixels in an array of " + argb.length);
        }
    }

    /** A transparent bitmap. */
    public static Bitmap blank(int width, int height) {
        return new Bitmap(width, height, new int[Math.multiplyExact(width, height)]);
    }

    /** Whether every pixel is opaque. */
    public boolean opaque() {
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xFF) {
                return false;
            }
        }
        return true;
    }
}
