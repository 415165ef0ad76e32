package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A path drawn by hand.
 *
 * @param d SVG path data
 * @param viewBox the part of the path's plane that is stretched over the box; null for the box itself
 */
public record PathData(String d, @Nullable String viewBox) {
    static @Nullable PathData read(Fields fields) {
        String d = fields.text("svgPath");
        return d == null || d.isBlank() ? null : new PathData(d, fields.text("svgViewBox"));
    }
}
