package dev.canvelete.render.paint.raster;

/** Takes the covered pixels of a shape, row by row from the top, each row from the left. */
interface Spans {
    /** Pixels {@code from} to just before {@code to} of row {@code y}, covered by {@code coverage} of 1..255. */
    void span(int y, int from, int to, int coverage);
}
