package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import org.jspecify.annotations.Nullable;

/**
 * Compresses rows that are not kept for later: in slices, so that memory does not grow with the bitmap. What thoroughness
 * may cost in all is bounded, by what is compressed and never by time. Not thread-safe.
 */
final class RowCompressor {
    private static final int SLICE = 1 << 19;
    private static final @Nullable PngFilter[] WAYS = {
        null, PngFilter.NONE, PngFilter.SUB, PngFilter.UP, PngFilter.AVERAGE, PngFilter.PAETH
    };

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
        RowDeflater deflater = new RowDeflater(unitBytes, sink);
        int checksum = 1;
        for (int y = from; y < to; y += sliceRows) {
            int end = Math.min(to, y + sliceRows);
            boolean first = alone && y == from;
            Way way = effort == Effort.QUICK || leftBalanced <= 0 ? Way.QUICK : best(y, end, first);
            Rows rows = filter.rows(y, end, first, way.filter);
            checksum = Adler.joined(checksum, deflater.deflate(rows, way.effort), rows.length());
        }
        return checksum;
    }

    /**
     * A way to compress rows.
     *
     * @param filter of all of them; null for the one that each row seems to want
     */
    private record Way(@Nullable PngFilter filter, Effort effort) {
        static final Way QUICK = new Way(null, Effort.QUICK);
    }

    /** The way to filter that compresses best, and as much effort as there is left. */
    private Way best(int from, int to, boolean alone) {
        ByteSink sink = new ByteSink(1 << 16);
        RowDeflater deflater = new RowDeflater(unitBytes, sink);
        PngFilter best = null;
        int least = Integer.MAX_VALUE;
        for (PngFilter way : WAYS) {
            sink.clear();
            deflater.deflate(filter.rows(from, to, alone, way), Effort.QUICK);
            if (sink.length < least) {
                least = sink.length;
                best = way;
            }
        }
        leftBalanced -= least;
        if (least > leftThorough) {
            return new Way(best, Effort.BALANCED);
        }
        leftThorough -= least;
        return new Way(best, Effort.THOROUGH);
    }
}
