package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The rows of a bitmap from top to bottom, in bands that a record may touch and bands that it may not. */
final class Bands {
    /** A band of its own costs some twenty bytes and a code: fewer rows than this are not worth it. */
    private static final int LEAST_STATIC_ROWS = 8;

    /**
     * Some rows.
     *
     * @param to the row after the last
     */
    record Band(int from, int to, boolean live) {
        /** The same band, live if it was or has rows in common with one of the areas. */
        Band reachedBy(List<Area> areas) {
            boolean reached = areas.stream().anyMatch(area -> area.hasRows(from, to));
            return new Band(from, to, live || reached);
        }
    }

    private Bands() {}

    static List<Band> of(Bitmap bitmap, List<Area> live) {
        BitSet touched = new BitSet(bitmap.height());
        for (Area area : Area.on(bitmap, live)) {
            touched.set(area.y(), area.y() + area.height());
        }
        for (int gap = touched.nextClearBit(0); gap < bitmap.height(); ) {
            int end = touched.nextSetBit(gap);
            if (end >= 0 && gap > 0 && end - gap < LEAST_STATIC_ROWS) {
                touched.set(gap, end);
            }
            gap = touched.nextClearBit(end < 0 ? bitmap.height() : end);
        }
        List<Band> bands = new ArrayList<>();
        for (int from = 0; from < bitmap.height(); ) {
            boolean isLive = touched.get(from);
            int next = isLive ? touched.nextClearBit(from) : touched.nextSetBit(from);
            int to = next < 0 ? bitmap.height() : Math.min(next, bitmap.height());
            bands.add(new Band(from, to, isLive));
            from = to;
        }
        return bands;
    }
}
