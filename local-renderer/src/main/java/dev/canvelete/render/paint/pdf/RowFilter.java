package dev.canvelete.render.paint.pdf;

/** PNG's row filters (PNG Third Edition, 9), of which each row gets the one with the smallest remainders. */
final class RowFilter {
    private static final int KINDS = 5;

    private RowFilter() {}

    /**
     * Each row with the number of its filter ahead of it.
     *
     * @param stride bytes a row
     * @param step bytes a pixel
     */
    static byte[] apply(byte[] samples, int stride, int step) {
        int rows = samples.length / stride;
        byte[] out = new byte[samples.length + rows];
        byte[] above = new byte[stride];
        byte[] row = new byte[stride];
        byte[][] tries = new byte[KINDS][stride];
        for (int y = 0; y < rows; y++) {
            System.arraycopy(samples, y * stride, row, 0, stride);
            int best = best(row, above, step, tries);
            out[y * (stride + 1)] = (byte) best;
            System.arraycopy(tries[best], 0, out, y * (stride + 1) + 1, stride);
            byte[] swap = above;
            above = row;
            row = swap;
        }
        return out;
    }

    private static int best(byte[] row, byte[] above, int step, byte[][] tries) {
        long[] costs = new long[KINDS];
        for (int i = 0; i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < step ? 0 : above[i - step] & 0xFF;
            int value = row[i];
            costs[0] += Math.abs(tries[0][i] = (byte) value);
            costs[1] += Math.abs(tries[1][i] = (byte) (value - left));
            costs[2] += Math.abs(tries[2][i] = (byte) (value - up));
            costs[3] += Math.abs(tries[3][i] = (byte) (value - (left + up) / 2));
            costs[4] += Math.abs(tries[4][i] = (byte) (value - paeth(left, up, corner)));
        }
        int best = 0;
        for (int kind = 1; kind < KINDS; kind++) {
            best = costs[kind] < costs[best] ? kind : best;
        }
        return best;
    }

    private static int paeth(int left, int up, int corner) {
        int fromLeft = Math.abs(up - corner);
        int fromUp = Math.abs(left - corner);
        int fromCorner = Math.abs(left + up - 2 * corner);
        if (fromLeft <= fromUp && fromLeft <= fromCorner) {
            return left;
        }
        return fromUp <= fromCorner ? up : corner;
    }
}
