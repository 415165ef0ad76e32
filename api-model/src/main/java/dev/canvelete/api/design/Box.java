package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * What every element has.
 *
 * @param place where the element stands in the design, such as {@code canvasData.elements[3]}
 * @param x of the left edge, in pixels
 * @param y of the top edge, in pixels
 * @param width in pixels; null when the element takes the width that it needs
 * @param height in pixels; null when the element takes the height that it needs
 * @param rotation in degrees clockwise about the centre
 * @param opacity 0..1
 */
public record Box(
        String place,
        @Nullable String id,
        @Nullable String name,
        double x,
        double y,
        @Nullable Double width,
        @Nullable Double height,
        double rotation,
        double opacity,
        boolean visible) {
    /** The width, 0 where none is given. */
    public double widthOrZero() {
        return width == null ? 0 : width;
    }

    /** The height, 0 where none is given. */
    public double heightOrZero() {
        return height == null ? 0 : height;
    }

    /** How to name the element to a person: by its id or name, else by its place. */
    public String label() {
        if (id != null) {
            return id;
        }
        return name != null ? name : place;
    }

    static Box read(Fields fields, String place) {
        return new Box(
                place,
                fields.text("id"),
                fields.text("name"),
                fields.number("x", 0),
                fields.number("y", 0),
                fields.optionalNumber("width", 0, 1e6),
                fields.optionalNumber("height", 0, 1e6),
                fields.number("rotation", 0),
                fields.fraction("opacity", 1),
                fields.flag("visible", true));
    }
}
