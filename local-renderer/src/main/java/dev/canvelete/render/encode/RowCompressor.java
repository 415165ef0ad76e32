package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import org.jspecify.annotations.Nullable;

/**
 * Compresses rows that are not kept for later: in slices, so that memory does not grow with the bitmap. Not
 * thread-safe.
 */
final class RowCompressor {
    private static final int SLICE = 1 << 19;
    private static final @Nullable PngFilter[] WAYS = {
        null, PngFilter.NONE, PngFilter.SUB, PngFilter.UP, PngFilter.AVERAGE, PngFilter.PAETH
    };

    private final RowFilter filter;
    private final int unitBytes;
    private final int sliceRows;

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
            Rows rows = filter.rows(y, end, first, effort == Effort.QUICK ? null : best(y, end, first));
            checksum = Adler.joined(checksum, deflater.deflate(rows, effort), rows.length());
        }
        return checksum;
    }

    /** The way to filter that compresses best. */
    private @Nullable PngFilter best(int from, int to, boolean alone) {
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
        return best;
    }
}
