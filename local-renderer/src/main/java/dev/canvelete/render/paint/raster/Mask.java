package dev.canvelete.render.paint.raster;

import java.util.Arrays;

/** Coverage of 0..255 at its place in device space; nothing is covered outside its area. */
@SuppressWarnings("ArrayRecordComponent") // Coverage is worked on in place; nobody compares masks as values.
record Mask(Area area, byte[] coverage) implements Spans {
    static Mask blank(Area area) {
        return new Mask(area, new byte[Math.multiplyExact(area.width(), area.height())]);
    }

    int index(int x, int y) {
        return (y - area.top()) * area.width() + x - area.left();
    }

    @Override
    public void span(int y, int from, int to, int covered) {
        Arrays.fill(coverage, index(from, y), index(to, y), (byte) covered);
    }

    /** Takes away what another mask, whose area has all of this one's, does not cover. */
    void multiply(Mask other) {
        for (int y = area.top(); y < area.bottom(); y++) {
            int at = index(area.left(), y);
            int otherAt = other.index(area.left(), y);
            for (int i = 0; i < area.width(); i++) {
                coverage[at + i] = (byte) Pixels.multiply(coverage[at + i] & 0xFF, other.coverage[otherAt + i] & 0xFF);
            }
        }
    }
}
