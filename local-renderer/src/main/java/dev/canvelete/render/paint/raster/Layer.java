package dev.canvelete.render.paint.raster;

/** Pixels at their place in device space. The array may be longer than the layer needs. */
@SuppressWarnings("ArrayRecordComponent") // Pixels are worked on in place; nobody compares layers as values.
record Layer(Area area, int[] argb) {
    int stride() {
        return area.width();
    }

    int index(int x, int y) {
        return (y - area.top()) * area.width() + x - area.left();
    }

    /** Copies the pixels of an area that both layers have. */
    void copy(Layer from, Area part) {
        for (int y = part.top(); y < part.bottom(); y++) {
            System.arraycopy(from.argb, from.index(part.left(), y), argb, index(part.left(), y), part.width());
        }
    }
}
