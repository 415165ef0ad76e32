package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.List;

/**
 * Compresses rows that are not kept for later: in slices, so that memory does not grow with the bitmap. What thoroughness
 * may cost in all is bounded, by what is compressed and never by time. Not thread-safe.
 */
final class RowCompressor {
    private static final int SLICE = 1 << 19;

    /**
     * How much is looked at thoroughly, in bytes that a quick look leaves, for they take the time: a design's shapes and
     * letters leave some ten thousand, a photo a million.
     */
    private static final int THOROUGH_BYTES = 1 << 17;

    /** How much is looked at more than quickly, likewise: two or three million pixels of photos. */
    private static final int BALANCED_BYTES = 1 << 20;

    private final RowFilter filter;
    private final int unitBytes;
    private final int sliceRows;
    private int leftThorough = THOROUGH_BYTES;
    private int leftBalanced = BALANCED_BYTES;

    RowCompressor(Bitmap bitmap, PngColor color) {
        filter = new RowFilter(bitmap, color);
        unitBytes = color.unitBytes();
        sliceRows = Math.max(1, SLICE / bitmap.width());
    }

    /**
     * Appends deflate blocks for the rows {@code from} to before {@code to} and returns their checksum.
     *
     * @param alone whether the first row must not depend on the one above it
     */
    int compress(int from, int to, boolean alone, Effort effort, ByteSink sink) {
        RowDeflater quick = new RowDeflater(unitBytes, sink);
        ThoroughDeflater thorough = new ThoroughDeflater(unitBytes, sink);
        int checksum = 1;
        for (int y = from; y < to; y += sliceRows) {
            int end = Math.min(to, y + sliceRows);
            boolean first = alone && y == from;
            boolean hasTime = effort == Effort.THOROUGH && leftBalanced > 0;
            List<Rows> ways = hasTime ? filter.ways(y, end, first) : List.of(filter.rows(y, end, first, null));
            int own = hasTime ? compress(ways, thorough) : quick.deflate(ways.getFirst());
            checksum = Adler.joined(checksum, own, ways.getFirst().length());
        }
        return checksum;
    }

    private int compress(List<Rows> ways, ThoroughDeflater thorough) {
        ThoroughDeflater.Attempt quick = thorough.quick(ways);
        int least = quick.blocks().length;
        leftBalanced -= least;
        if (least > leftThorough) {
            return thorough.balanced(quick.rows());
        }
        leftThorough -= least;
        return thorough.thorough(ways, quick);
    }
}
