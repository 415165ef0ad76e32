package dev.canvelete.render.paint.raster;

/**
 * A blur along lines of 8-bit values, in place. Sums are exact integers, rounded once, so that a blurred value depends on
 * those around it alone and not on where the work began. What lies outside the data counts as 0.
 */
abstract sealed class LineBlur permits BoxBlur, KernelBlur {
    /** Lines that are worked on side by side. */
    static final int LANES = 64;

    private final int[] lane = new int[LANES];

    /** How far a value spreads. */
    abstract int reach();

    /** Forgets what was passed so far. */
    abstract void reset();

    /** Takes the next value of each line, and gives back the blurred values of {@link #reach()} steps before. */
    abstract void step(int[] values);

    /** Blurs all lines: their values lie {@code along} apart, the lines themselves {@code across}. */
    final void run(byte[] data, int length, int along, int lines, int across) {
        if (reach() == 0) {
            return;
        }
        for (int first = 0; first < lines; first += LANES) {
            int lanes = Math.min(LANES, lines - first);
            reset();
            for (int i = 0; i < length + reach(); i++) {
                for (int each = 0; each < LANES; each++) {
                    lane[each] = each < lanes && i < length ? data[(first + each) * across + i * along] & 0xFF : 0;
                }
                step(lane);
                for (int each = 0; each < lanes && i >= reach(); each++) {
                    data[(first + each) * across + (i - reach()) * along] = (byte) lane[each];
                }
            }
        }
    }
}
