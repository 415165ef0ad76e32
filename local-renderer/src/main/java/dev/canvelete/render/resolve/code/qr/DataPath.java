package dev.canvelete.render.resolve.code.qr;

import java.util.Arrays;

/** The way that data takes through a symbol (7.7.3): up and down in strips of two columns, from the right to the left. */
final class DataPath {
    private static final int TIMING_COLUMN = 6;

    private DataPath() {}

    /**
     * The places on it, as y * size + x.
     *
     * @param reserved dark where no data lies
     */
    static char[] places(Modules reserved) {
        int size = reserved.size();
        char[] places = new char[size * size];
        int count = 0;
        boolean up = true;
        for (int right = size - 1; right > 0; right -= right == TIMING_COLUMN + 2 ? 3 : 2) {
            for (int i = 0; i < size; i++) {
                int y = up ? size - 1 - i : i;
                for (int x = right; x > right - 2; x--) {
                    if (!reserved.isDark(x, y)) {
                        places[count++] = (char) (y * size + x);
                    }
                }
            }
            up = !up;
        }
        return Arrays.copyOf(places, count);
    }
}
