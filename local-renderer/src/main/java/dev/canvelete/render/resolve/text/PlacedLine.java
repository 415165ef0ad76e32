package dev.canvelete.render.resolve.text;

import java.util.List;

/**
 * A line at its place on the canvas.
 *
 * @param left where its first glyph begins
 * @param right where its last glyph ends
 */
record PlacedLine(double left, double right, double baseline, List<PlacedRun> runs) {
    PlacedLine {
        runs = List.copyOf(runs);
    }

    /** The same line, standing for no text. */
    PlacedLine unread() {
        return new PlacedLine(
                left, right, baseline, runs.stream().map(PlacedRun::unread).toList());
    }
}
