package dev.canvelete.render.image.jpeg;

/** Turns rows of blocks into samples of their components, one row after the other. Not thread-safe. */
final class Reconstruction {
    private final InverseDct.Scratch scratch = new InverseDct.Scratch();

    /**
     * Puts a row of blocks into its component, and clears it.
     *
     * @param y of the row, in blocks
     */
    void put(Component component, int y, BlockRow row) {
        int size = component.size;
        InverseDct.to(size).transform(row, scratch);
        for (int line = 0; line < size; line++) {
            int to = (y * size + line) * component.stride;
            for (int x = 0; x < size; x++) {
                spread(scratch.samples[x], line * row.blocks, row.blocks, component.samples, to + x, size);
            }
        }
        row.clear();
    }

    private static void spread(int[] values, int from, int count, byte[] samples, int to, int step) {
        for (int i = 0, at = to; i < count; i++, at += step) {
            samples[at] = (byte) values[from + i];
        }
    }

    /** Transforms all coefficients of a component of a progressive frame. */
    void putAll(Component component, short[] coefficients, int[] dequantizers) {
        BlockRow row = component.row(0);
        for (int y = 0; y < component.blocksDown; y++) {
            for (int x = 0; x < component.blocksAcross; x++) {
                int at = (y * component.blockStride + x) * 64;
                for (int k = 0; k < 64; k++) {
                    int place = BlockDecoder.ZIGZAG[k];
                    int coefficient = coefficients[at + place];
                    if (coefficient != 0) {
                        row.put(x, place, coefficient * dequantizers[k]);
                        row.places |= 1L << place;
                    }
                }
            }
            put(component, y, row);
        }
    }
}
