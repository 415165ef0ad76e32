package dev.canvelete.render.paint.raster;

import java.awt.geom.PathIterator;

/**
 * Exact areas that edges cover, for a band of rows.
 *
 * <p>Each edge leaves, in the cells it crosses, how much of the pixel lies to its right; the running sum of a row's cells
 * then is the area that the path covers of each pixel (times its winding number), as in font-rs by Raph Levien. All of
 * it is integer arithmetic, and what an edge leaves in a cell depends on the edge and the cell alone: sums are the same
 * in any order and for any band.
 */
final class Cells {
    /** Twice the area of a pixel, in fixed-point units. */
    private static final int FULL = 2 * Edges.ONE * Edges.ONE;

    private static final int FULL_BITS = 2 * Edges.BITS + 1;
    private static final int FRACTION = Edges.ONE - 1;

    /** How many cells a band has at most, unless one row has more: small enough for the processor's caches. */
    private static final int BAND = 1 << 16;

    private int[] sums = new int[0];

    /** For each row, a bit for each cell that was touched; cells that were not are zero. */
    private long[] touched = new long[0];

    private Area band = Area.NONE;
    private int stride;
    private int words;

    /** Passes on the spans that the edges cover inside the clip. */
    void sweep(Edges edges, int windingRule, Area clip, Spans out) {
        stride = clip.width() + 2;
        words = (stride + 63) / 64;
        int rows = Math.max(1, Math.min(clip.height(), BAND / stride));
        if (sums.length < stride * rows) {
            sums = new int[stride * rows];
        }
        if (touched.length < words * rows) {
            touched = new long[words * rows];
        }
        boolean evenOdd = windingRule == PathIterator.WIND_EVEN_ODD;
        int[] lines = edges.lines();
        for (int top = clip.top(); top < clip.bottom(); top += rows) {
            band = new Area(clip.left(), top, clip.right(), Math.min(clip.bottom(), top + rows));
            for (int i = 0; i < edges.length(); i += 4) {
                if (lines[i + 1] < lines[i + 3]) {
                    edge(lines[i], lines[i + 1], lines[i + 2], lines[i + 3], 1);
                } else {
                    edge(lines[i + 2], lines[i + 3], lines[i], lines[i + 1], -1);
                }
            }
            for (int y = band.top(); y < band.bottom(); y++) {
                row(y, evenOdd, out);
            }
        }
    }

    /** Cuts a downward edge at the borders of rows; where it crosses them is rounded down from the exact place. */
    private void edge(int x0, int y0, int x1, int y1, int sign) {
        int y = Math.max(y0, band.top() << Edges.BITS);
        int end = Math.min(y1, band.bottom() << Edges.BITS);
        if (y >= end) {
            return;
        }
        if (x0 == x1) {
            upright(x0, y, end, sign);
            return;
        }
        long run = x1 - x0;
        long rise = y1 - y0;
        long ahead = (y - y0) * run;
        int x = x0 + (int) Math.floorDiv(ahead, rise);
        long rest = Math.floorMod(ahead, rise);
        long step = Math.floorDiv(run << Edges.BITS, rise);
        long stepRest = Math.floorMod(run << Edges.BITS, rise);
        while (y < end) {
            int next = Math.min((y & ~FRACTION) + Edges.ONE, end);
            int nextX;
            if (next - y == Edges.ONE) {
                nextX = x + (int) step;
                rest += stepRest;
                if (rest >= rise) {
                    rest -= rise;
                    nextX++;
                }
            } else {
                ahead = (next - y) * run + rest;
                nextX = x + (int) Math.floorDiv(ahead, rise);
                rest = Math.floorMod(ahead, rise);
            }
            piece(y >> Edges.BITS, Math.min(x, nextX), Math.max(x, nextX), next - y, sign);
            x = nextX;
            y = next;
        }
    }

    /** What a vertical edge leaves is the same in each row, but for the share of the row that it crosses. */
    private void upright(int x, int top, int bottom, int sign) {
        boolean before = x <= band.left() << Edges.BITS;
        int cell = before ? 0 : (x >> Edges.BITS) - band.left();
        int middle = before ? 0 : 2 * (x & FRACTION);
        if (cell >= band.width()) {
            return;
        }
        for (int y = top; y < bottom; ) {
            int next = Math.min((y & ~FRACTION) + Edges.ONE, bottom);
            int cover = sign * (next - y);
            put((y >> Edges.BITS) - band.top(), cell, cover, cover * middle);
            y = next;
        }
    }

    /** Cuts the part of an edge that lies in one row at the borders of cells. */
    private void piece(int y, int left, int right, int height, int sign) {
        int row = y - band.top();
        int firstX = band.left() << Edges.BITS;
        if (right <= firstX) {
            put(row, 0, sign * height, 0);
            return;
        }
        int cell = left >> Edges.BITS;
        if (right <= (cell + 1) << Edges.BITS) {
            if (cell < band.right()) {
                int middle = (left & FRACTION) + right - (cell << Edges.BITS);
                put(row, cell - band.left(), sign * height, sign * height * middle);
            }
            return;
        }
        int width = right - left;
        int done = 0;
        int enter = left & FRACTION;
        if (left < firstX) {
            done = (int) ((long) (firstX - left) * height / width);
            put(row, 0, sign * done, 0);
            cell = band.left();
            enter = 0;
        }
        for (; cell < band.right() && (cell << Edges.BITS) < right; cell++) {
            int border = Math.min((cell + 1) << Edges.BITS, right);
            int upTo = (int) ((long) (border - left) * height / width);
            int leave = border - (cell << Edges.BITS);
            int cover = sign * (upTo - done);
            put(row, cell - band.left(), cover, cover * (enter + leave));
            done = upTo;
            enter = 0;
        }
    }

    /** Covers all that is right of a cell by {@code cover}, and that less {@code area} of the cell itself. */
    private void put(int row, int cell, int cover, int area) {
        int at = row * stride + cell;
        sums[at] += cover * (2 * Edges.ONE) - area;
        sums[at + 1] += area;
        int word = row * words + (cell >> 6);
        touched[word] |= 1L << cell;
        touched[row * words + (cell + 1 >> 6)] |= 1L << cell + 1;
    }

    /** Sums up a row, and leaves it blank for the next band. */
    private void row(int y, boolean evenOdd, Spans out) {
        int row = y - band.top();
        int sum = 0;
        int coverage = 0;
        int from = 0;
        for (int word = 0; word < words; word++) {
            long bits = touched[row * words + word];
            if (bits == 0) {
                continue;
            }
            touched[row * words + word] = 0;
            while (bits != 0) {
                int cell = word * 64 + Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
                int at = row * stride + cell;
                sum += sums[at];
                sums[at] = 0;
                int next = evenOdd ? evenOdd(sum) : nonZero(sum);
                if (next != coverage) {
                    emit(y, from, cell, coverage, out);
                    coverage = next;
                    from = cell;
                }
            }
        }
        emit(y, from, band.width(), coverage, out);
    }

    private void emit(int y, int from, int to, int coverage, Spans out) {
        int end = Math.min(to, band.width());
        if (coverage > 0 && from < end) {
            out.span(y, band.left() + from, band.left() + end, coverage);
        }
    }

    private static int nonZero(int sum) {
        return Math.min(Math.abs(sum), FULL) * 255 + FULL / 2 >> FULL_BITS;
    }

    private static int evenOdd(int sum) {
        int folded = Math.abs(sum) & 2 * FULL - 1;
        return Math.min(folded, 2 * FULL - folded) * 255 + FULL / 2 >> FULL_BITS;
    }
}
