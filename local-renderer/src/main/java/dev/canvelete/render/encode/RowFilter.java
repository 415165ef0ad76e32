package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns rows of a bitmap into filtered rows of one colour type. Works in its own arrays; not thread-safe. */
final class RowFilter {
    /** How far apart the rows are that choose for others when there is no time to choose for each. */
    private static final int APART = 16;

    private final Bitmap bitmap;
    private final PngColor color;
    private final int width;
    private final int[] pair;
    private final FilterChoice choice;

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
        this.choice = new FilterChoice(color.unitBytes());
    }

    /**
     * Filters the rows {@code from} to before {@code to}.
     *
     * @param alone whether the first row must not depend on the one above it
     * @param only the filter to use for all, or null to choose one for each row
     */
    Rows rows(int from, int to, boolean alone, @Nullable PngFilter only) {
        int count = color.units(width);
        Rows rows = new Rows(new int[count * (to - from)], 0, new byte[to - from], count, to - from, color.unitBytes());
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

    /**
     * The rows {@code from} to before {@code to} in every way that may make them small: with one filter for all, each in
     * turn, and with the one that each row seems to want.
     */
    List<Rows> ways(int from, int to, boolean alone) {
        if (plain()) {
            return List.of(rows(from, to, alone, PngFilter.NONE));
        }
        return Stream.concat(
                        Stream.of(Optional.<PngFilter>empty()),
                        Arrays.stream(PngFilter.values()).map(Optional::of))
                .map(filter -> rows(from, to, alone, filter.orElse(null)))
                .toList();
    }

    /**
     * Chooses filters quickly: a few rows choose for those between them, down to the row where one choice ends and the
     * next begins. Returns whether none is filtered at all.
     */
    boolean choose(int from, byte[] filters) {
        if (plain()) {
            Arrays.fill(filters, (byte) PngFilter.NONE.code);
            return true;
        }
        int last = filters.length - 1;
        filters[0] = quick(from);
        for (int i = 0; i < last; i += APART) {
            int next = Math.min(i + APART, last);
            filters[next] = quick(from + next);
            between(from, i, next, filters);
        }
        for (byte filter : filters) {
            if (filter != PngFilter.NONE.code) {
                return false;
            }
        }
        return true;
    }

    private void between(int from, int low, int high, byte[] filters) {
        if (filters[low] == filters[high] || high - low == 1) {
            Arrays.fill(filters, low + 1, high, filters[low]);
            return;
        }
        int middle = low + high >>> 1;
        filters[middle] = quick(from + middle);
        between(from, low, middle, filters);
        between(from, middle, high, filters);
    }

    private byte quick(int y) {
        if (FilterChoice.isFlat(bitmap.argb(), y * width, width)) {
            return (byte) PngFilter.NONE.code;
        }
        int at = load(y, y > 0);
        return (byte) choice.quick(pair, at, y == 0 ? -1 : width - at, color.units(width)).code;
    }

    /** Filters the rows from {@code from} on as their filters say. */
    void fill(Rows rows, int from) {
        int count = rows.width();
        boolean fresh = true;
        for (int i = 0; i < rows.count(); i++) {
            PngFilter filter = PngFilter.of(rows.filters()[i]);
            if (filter == PngFilter.NONE) {
                color.row(bitmap.argb(), (from + i) * width, width, rows.units(), rows.at(i));
                fresh = true;
                continue;
            }
            int at = load(from + i, fresh && from + i > 0);
            fresh = false;
            filter.apply(pair, at, from + i == 0 ? -1 : width - at, count, rows.units(), rows.at(i));
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
