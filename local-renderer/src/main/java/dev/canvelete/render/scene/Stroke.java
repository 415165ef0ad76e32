package dev.canvelete.render.scene;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * A painted line, centred on a path. Joins are miters with SVG's limit of 4.
 *
 * @param width in pixels, over 0
 * @param dashes lengths of dashes and gaps in turn, an even number of them, their sum over 0; empty for a solid line
 * @param dashOffset how far into the pattern the line begins
 */
public record Stroke(Path2D path, Paint paint, double width, Cap cap, List<Double> dashes, double dashOffset)
        implements Item {
    /** The ratio of miter length to width over which a join is bevelled. */
    public static final double MITER_LIMIT = 4;

    /** How a line, and each dash of it, ends. */
    public enum Cap {
        BUTT,
        ROUND,
        SQUARE
    }

    public Stroke {
        dashes = List.copyOf(dashes);
    }
}
