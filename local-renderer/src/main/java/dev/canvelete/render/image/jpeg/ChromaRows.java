package dev.canvelete.render.image.jpeg;

/**
 * The two chroma components, row by row, at the size of the picture. Both are worked on at once: {@code red << 16 |
 * blue} in one int, which leaves room enough between them for sums. Where a picture has half the samples, those between
 * are mixed 3 to 1 from their neighbours, with the Independent JPEG Group's rounding: browsers show the same. Not
 * thread-safe.
 */
final class ChromaRows {
    private static final int EACH = 0x00010001;
    private static final int MASK = 0x00FF00FF;

    private final Component blue;
    private final Component red;
    private final boolean wide;
    private final boolean tall;
    private final int[] packed;
    private final int[] row;

    /**
     * Rows of two components of equal size.
     *
     * @param wide whether there is one sample for two pixels across
     * @param tall whether there is one sample for two pixels down
     */
    ChromaRows(Component blue, Component red, boolean wide, boolean tall) {
        this.blue = blue;
        this.red = red;
        this.wide = wide;
        this.tall = tall;
        this.packed = new int[blue.width];
        this.row = wide ? new int[2 * blue.width] : packed;
    }

    /** A row of the picture; overwritten by the next. */
    int[] row(int y) {
        boolean mixable = !wide || blue.width > 2;
        if (tall && mixable) {
            int near = y >> 1;
            int far = Math.max(0, Math.min(blue.height - 1, (y & 1) == 0 ? near - 1 : near + 1));
            mixRows(near, far);
        } else {
            pack(tall ? y >> 1 : y);
        }
        if (wide) {
            if (mixable) {
                widen(tall ? 4 : 2);
            } else {
                repeat();
            }
        } else if (tall) {
            for (int x = 0; x < packed.length; x++) {
                row[x] = packed[x] + ((y & 1) + 1) * EACH >> 2 & MASK;
            }
        }
        return row;
    }

    private void pack(int y) {
        byte[] blues = blue.samples;
        byte[] reds = red.samples;
        int from = y * blue.stride;
        for (int x = 0; x < packed.length; x++) {
            packed[x] = (reds[from + x] & 0xFF) << 16 | blues[from + x] & 0xFF;
        }
    }

    private void mixRows(int near, int far) {
        byte[] blues = blue.samples;
        byte[] reds = red.samples;
        int n = near * blue.stride;
        int f = far * blue.stride;
        for (int x = 0; x < packed.length; x++) {
            int close = (reds[n + x] & 0xFF) << 16 | blues[n + x] & 0xFF;
            packed[x] = 3 * close + ((reds[f + x] & 0xFF) << 16 | blues[f + x] & 0xFF);
        }
    }

    /** Two pixels of each sample, whose weights sum up to two to the power of {@code shift}. */
    private void widen(int shift) {
        int left = (shift == 4 ? 8 : 1) * EACH;
        int right = (shift == 4 ? 7 : 2) * EACH;
        int before = packed[0];
        int here = before;
        int last = packed.length - 1;
        for (int x = 0; x < last; x++) {
            int after = packed[x + 1];
            row[2 * x] = 3 * here + before + left >>> shift & MASK;
            row[2 * x + 1] = 3 * here + after + right >>> shift & MASK;
            before = here;
            here = after;
        }
        row[2 * last] = 3 * here + before + left >>> shift & MASK;
        row[2 * last + 1] = 4 * here + right >>> shift & MASK;
    }

    private void repeat() {
        for (int x = 0; x < packed.length; x++) {
            row[2 * x] = packed[x];
            row[2 * x + 1] = packed[x];
        }
    }
}
