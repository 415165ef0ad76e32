package dev.canvelete.render.encode;

/** What encoding works in, for one thread at a time. */
public final class JpegScratch {
    final ByteSink sink = new ByteSink(1 << 16);
    final JpegScan scan = new JpegScan(sink);
    final short[] coefficients = new short[JpegBlocks.COEFFICIENTS];

    private int quality = 90;
    private JpegBlocks blocks = new JpegBlocks(quality);

    /** The transformation for a quality. */
    JpegBlocks blocks(int quality) {
        if (this.quality != quality) {
            this.quality = quality;
            blocks = new JpegBlocks(quality);
        }
        return blocks;
    }
}
