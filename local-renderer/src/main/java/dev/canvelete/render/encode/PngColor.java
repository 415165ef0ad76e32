package dev.canvelete.render.encode;

import org.jspecify.annotations.Nullable;

/**
 * The colour types of PNG that are written here. Each turns a row of premultiplied pixels into units: the whole bytes
 * that filters work on, packed into one int each, the first byte highest.
 */
sealed interface PngColor {
    /** The colour type in IHDR. */
    int type();

    /** Bits per sample. */
    int depth();

    /** Bytes in a unit, 1..4. */
    int unitBytes();

    /** Units in a row of so many pixels. */
    default int units(int pixels) {
        return pixels;
    }

    /** Whether an opaque pixel is a unit as it is. */
    default boolean takesPixels() {
        return false;
    }

    /** Writes {@code count} pixels' units. */
    void row(int[] argb, int from, int count, int[] units, int to);

    /** One grey sample a pixel. */
    record Grey(int depth) implements PngColor {
        @Override
        public int type() {
            return 0;
        }

        @Override
        public int unitBytes() {
            return 1;
        }

        @Override
        public int units(int pixels) {
            return Packing.units(pixels, depth);
        }

        @Override
        public void row(int[] argb, int from, int count, int[] units, int to) {
            for (int i = 0; i < count; i++) {
                units[to + i] = (argb[from + i] & 0xFF) >> (8 - depth);
            }
            Packing.pack(units, to, count, depth);
        }
    }

    /** Red, green and blue. */
    record Rgb() implements PngColor {
        @Override
        public int type() {
            return 2;
        }

        @Override
        public int depth() {
            return 8;
        }

        @Override
        public int unitBytes() {
            return 3;
        }

        @Override
        public boolean takesPixels() {
            return true;
        }

        @Override
        public void row(int[] argb, int from, int count, int[] units, int to) {
            for (int i = 0; i < count; i++) {
                units[to + i] = argb[from + i] & 0xFFFFFF;
            }
        }
    }

    /** An index into at most 256 colours, which may be transparent. */
    record Indexed(Palette palette, int depth) implements PngColor {
        @Override
        public int type() {
            return 3;
        }

        @Override
        public int unitBytes() {
            return 1;
        }

        @Override
        public int units(int pixels) {
            return Packing.units(pixels, depth);
        }

        @Override
        public void row(int[] argb, int from, int count, int[] units, int to) {
            int last = argb[from];
            int index = palette.indexOf(last);
            for (int i = 0; i < count; i++) {
                if (argb[from + i] != last) {
                    last = argb[from + i];
                    index = palette.indexOf(last);
                }
                units[to + i] = index;
            }
            Packing.pack(units, to, count, depth);
        }
    }

    /** Red, green, blue and opacity, not premultiplied. */
    record Rgba() implements PngColor {
        @Override
        public int type() {
            return 6;
        }

        @Override
        public int depth() {
            return 8;
        }

        @Override
        public int unitBytes() {
            return 4;
        }

        @Override
        public void row(int[] argb, int from, int count, int[] units, int to) {
            for (int i = 0; i < count; i++) {
                units[to + i] = Integer.rotateLeft(Alpha.straight(argb[from + i]), 8);
            }
        }
    }

    /** The type that takes the fewest bits for pixels of which these are the traits. */
    static PngColor of(ColorTraits traits, int pixels) {
        Palette palette = traits.palette();
        int greyDepth = traits.grey() && traits.opaque() ? traits.greyDepth() : Integer.MAX_VALUE;
        if (palette != null && palette.depth() < greyDepth && worthwhile(palette, pixels)) {
            return new Indexed(palette, palette.depth());
        }
        if (greyDepth <= 8) {
            return new Grey(greyDepth);
        }
        return traits.opaque() ? new Rgb() : new Rgba();
    }

    /** Whether indices save more than the palette itself takes. */
    private static boolean worthwhile(@Nullable Palette palette, int pixels) {
        return palette != null && palette.size() * 3L < pixels * 2L;
    }
}
