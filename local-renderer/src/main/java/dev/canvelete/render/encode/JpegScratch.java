package dev.canvelete.render.encode;

import java.util.Arrays;

/** What encoding works in, for one thread at a time. */
public final class JpegScratch {
    final ByteSink sink = new ByteSink(1 << 16);
    final JpegScan scan = new JpegScan(sink);
    final JpegCoefficients coefficients = new JpegCoefficients();

    private int quality = 90;
    private JpegBlocks blocks = new JpegBlocks(quality);
    private boolean[] flags = new boolean[0];

    /** The transformation for a quality. */
    JpegBlocks blocks(int quality) {
        if (this.quality != quality) {
            this.quality = quality;
            blocks = new JpegBlocks(quality);
        }
        return blocks;
    }

    /** So many flags, all of them down; the same each time. */
    boolean[] flags(int count) {
        if (flags.length < count) {
            flags = new boolean[count];
        }
        Arrays.fill(flags, 0, count, false);
        return flags;
    }
}
