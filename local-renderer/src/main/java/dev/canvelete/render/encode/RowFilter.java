package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import org.jspecify.annotations.Nullable;

/** Turns rows of a bitmap into filtered rows of one colour type. Works in its own arrays; not thread-safe. */
final class RowFilter {
    /** Rows that share a filter when there is no time to choose for each. */
    private static final int GROUP = 16;

    private final Bitmap bitmap;
    private final PngColor color;
    private final int width;
    private final int[] pair;

    RowFilter(Bitmap bitmap, PngColor color) {
        this(bitmap, color, new int[2 * bitmap.width()]);
    }

    /**
     * @param pair of rows, as wide as the bitmap, to work in
     */
    RowFilter(Bitmap bitmap, PngColor color, int[] pair) {
        this.bitmap = bitmap;
        this.color = color;
        this.width = bitmap.width();
        this.pair = pair;
    }

    /**
     * Filters the rows {@code from} to before {@code to}.
     *
     * @param alone whether the first row must not depend on the one above it
     * @param only the filter to use for all, or null to choose one for each row
     */
    Rows rows(int from, int to, boolean alone, @Nullable PngFilter only) {
        int count = color.units(width);
        Rows rows = new Rows(new int[count * (to - from)], new byte[to - from], count, to - from, color.unitBytes());
        FilterChoice choice = new FilterChoice(count, color.unitBytes());
        for (int y = from; y < to; y++) {
            boolean up = y > 0 && !(alone && y == from);
            int at = load(y, up && y == from);
            int above = up ? width - at : -1;
            PngFilter filter = plain() ? PngFilter.NONE : only != null ? only : choice.choose(pair, at, above, count);
            if (above < 0 && filter != PngFilter.NONE) {
                filter = PngFilter.SUB;
            }
            rows.filters()[y - from] = (byte) filter.code;
            filter.apply(pair, at, above, count, rows.units(), (y - from) * count);
        }
        return rows;
    }

    /** Filters the rows from {@code from} on quickly: one row chooses for all of its group. */
    void fill(Rows rows, int from) {
        int count = rows.width();
        FilterChoice choice = new FilterChoice(count, color.unitBytes());
        PngFilter filter = PngFilter.NONE;
        boolean fresh = true;
        for (int i = 0; i < rows.count(); i++) {
            if (i % GROUP == 0 && !plain()) {
                int y = from + Math.min(i + GROUP / 2, rows.count() - 1);
                int at = load(y, y > 0);
                filter = choice.quick(pair, at, y == 0 ? -1 : width - at, count);
                fresh = true;
            }
            rows.filters()[i] = (byte) filter.code;
            if (filter == PngFilter.NONE) {
                color.row(bitmap.argb(), (from + i) * width, width, rows.units(), i * count);
                fresh = true;
                continue;
            }
            int at = load(from + i, fresh && from + i > 0);
            fresh = false;
            filter.apply(pair, at, from + i == 0 ? -1 : width - at, count, rows.units(), i * count);
        }
    }

    /** Whether neighbouring units have nothing to do with each other. */
    private boolean plain() {
        return color.depth() < 8 || color instanceof PngColor.Indexed;
    }

    /** Puts the row's units, and the units of the row above when asked, into their halves of the pair. */
    private int load(int y, boolean above) {
        int at = (y & 1) * width;
        if (above) {
            color.row(bitmap.argb(), (y - 1) * width, width, pair, width - at);
        }
        color.row(bitmap.argb(), y * width, width, pair, at);
        return at;
    }
}
