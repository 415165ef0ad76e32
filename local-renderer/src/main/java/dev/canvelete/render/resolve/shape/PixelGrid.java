package dev.canvelete.render.resolve.shape;

import dev.canvelete.api.design.Box;

/**
 * The grid of whole output pixels that boxes are snapped to, as browsers do, so that edges are sharp.
 *
 * @param scale output pixels per CSS pixel
 */
public record PixelGrid(double scale) {
    /** A box's edges on the grid, in CSS pixels. */
    public record Snapped(double x, double y, double width, double height) {}

    /** The nearest place on the grid. */
    public double snap(double position) {
        return Math.floor(position * scale + 0.5) / scale;
    }

    /** The nearest place on the grid, of two that are equally near the first. */
    double snapDown(double position) {
        return Math.ceil(position * scale - 0.5) / scale;
    }

    /** A length in whole output pixels, rounded down, but not to nothing: how browsers take border widths. */
    public double thickness(double length) {
        double pixels = length * scale;
        return (pixels > 0 && pixels < 1 ? 1 : Math.floor(pixels)) / scale;
    }

    /** The box with each edge at its nearest place. */
    public Snapped snap(Box box) {
        double x = snap(box.x());
        double y = snap(box.y());
        return new Snapped(
                x,
                y,
                Math.max(0, snap(box.x() + box.widthOrZero()) - x),
                Math.max(0, snap(box.y() + box.heightOrZero()) - y));
    }
}
