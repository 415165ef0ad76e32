package dev.canvelete.render.resolve.code.qr;

/** The modules of a QR code, without a quiet zone. Immutable. */
public final class QrSymbol {
    private final Modules modules;

    QrSymbol(Modules modules) {
        this.modules = modules;
    }

    /** Takes the dark rectangles of a symbol, in modules. */
    @FunctionalInterface
    public interface Bars {
        /** Takes one. */
        void bar(int x, int y, int width, int height);
    }

    /** Modules from side to side. */
    public int size() {
        return modules.size();
    }

    /** Whether a module is dark. */
    public boolean isDark(int x, int y) {
        return modules.isDark(x, y);
    }

    /** How many rectangles {@link #bars} tells. */
    public int barCount() {
        int[] count = {0};
        bars((x, y, width, height) -> count[0]++);
        return count[0];
    }

    /**
     * Tells the dark modules as rectangles that don't overlap, from the top, in a row from the left: runs of a row, with
     * the rows below that have the same run.
     */
    public void bars(Bars bars) {
        for (int y = 0; y < size(); y++) {
            int end;
            for (int x = modules.nextDark(0, y); x < size(); x = modules.nextDark(end, y)) {
                end = modules.nextLight(x, y);
                if (y == 0 || !hasRun(x, end, y - 1)) {
                    bars.bar(x, y, end - x, height(x, end, y));
                }
            }
        }
    }

    private int height(int from, int end, int top) {
        int bottom = top + 1;
        while (bottom < size() && hasRun(from, end, bottom)) {
            bottom++;
        }
        return bottom - top;
    }

    private boolean hasRun(int from, int end, int y) {
        return modules.isDark(from, y)
                && (from == 0 || !modules.isDark(from - 1, y))
                && modules.nextLight(from, y) == end;
    }
}
