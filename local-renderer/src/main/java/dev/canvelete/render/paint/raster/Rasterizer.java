package dev.canvelete.render.paint.raster;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;

/** Finds the pixels that a path covers, and how much of each. Keeps its buffers; for one thread at a time. */
final class Rasterizer {
    private final Edges edges = new Edges();
    private final Cells cells = new Cells();

    /**
     * Passes on what the path covers inside the clip, by its own winding rule; nothing if a coordinate is no number.
     * Coverage is exact to half a step of 255, but that, as in other rasterisers that sum up areas, contours which
     * cross each other inside one pixel count as if they did not.
     */
    void fill(Path2D path, AffineTransform toDevice, Area clip, Spans out) {
        fill(path, null, toDevice, clip, out);
    }

    /** Fills one or two paths as if they were one. */
    void fill(Path2D path, @Nullable Path2D more, AffineTransform toDevice, Area clip, Spans out) {
        edges.reset(clip);
        if (!clip.isEmpty() && edges.add(path, toDevice) && (more == null || edges.add(more, toDevice))) {
            cells.sweep(edges, path.getWindingRule(), clip, out);
        }
    }
}
