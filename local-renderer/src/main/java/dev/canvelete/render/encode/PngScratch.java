package dev.canvelete.render.encode;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Arrays that encoding works in, for one thread at a time; they grow to what the largest bitmap needs and stay. */
public final class PngScratch {
    final ByteSink sink = new ByteSink(1 << 16);

    private final @Nullable RowDeflater[] deflaters = new RowDeflater[5];
    private int[] units = {};
    private int[] pair = {};

    /** An array of at least so many units. */
    int[] units(int count) {
        units = units.length < count ? new int[count] : units;
        return units;
    }

    /** Two rows of at least that width. */
    int[] pair(int width) {
        pair = pair.length < 2 * width ? Arrays.copyOf(pair, 2 * width) : pair;
        return pair;
    }

    /** The deflater for units of so many bytes, which writes into {@link #sink}. */
    RowDeflater deflater(int unitBytes) {
        RowDeflater deflater = deflaters[unitBytes];
        if (deflater == null) {
            deflater = new RowDeflater(unitBytes, sink);
            deflaters[unitBytes] = deflater;
        }
        return deflater;
    }
}
