package dev.canvelete.render.encode;

import org.jspecify.annotations.Nullable;

/** What a set of pixels has in common. Grows with each run of pixels looked at; not thread-safe. */
final class ColorTraits {
    private @Nullable Palette palette = new Palette();
    private boolean opaque = true;
    private boolean grey = true;
    private int greyDepth = 1;

    static ColorTraits of(int[] argb) {
        ColorTraits traits = new ColorTraits();
        traits.see(argb, 0, argb.length);
        return traits;
    }

    /** Whether all of a run of pixels are opaque. */
    static boolean opaque(int[] argb, int from, int to) {
        int common = -1;
        for (int i = from; i < to; i++) {
            common &= argb[i];
        }
        return common >>> 24 == 0xFF;
    }

    /** Looks at pixels until nothing more can be lost. */
    void see(int[] argb, int from, int to) {
        int last = ~argb[from];
        for (int i = from; i < to; i++) {
            int pixel = argb[i];
            if (pixel != last) {
                last = pixel;
                see(pixel);
                if (!opaque && palette == null) {
                    return;
                }
            }
        }
    }

    private void see(int pixel) {
        opaque &= pixel >>> 24 == 0xFF;
        if (grey) {
            int value = pixel & 0xFF;
            grey = (pixel & 0xFFFFFF) == value * 0x010101;
            greyDepth = Math.max(greyDepth, value % 255 == 0 ? 1 : value % 85 == 0 ? 2 : value % 17 == 0 ? 4 : 8);
        }
        if (palette != null && !palette.add(pixel)) {
            palette = null;
        }
    }

    boolean opaque() {
        return opaque;
    }

    boolean grey() {
        return grey;
    }

    /** The fewest bits that hold every grey exactly. */
    int greyDepth() {
        return greyDepth;
    }

    /** All colours, or null when they are too many. */
    @Nullable Palette palette() {
        return palette;
    }
}
