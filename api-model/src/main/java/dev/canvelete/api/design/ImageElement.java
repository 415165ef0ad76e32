package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A picture.
 *
 * @param src an http(s) URL, a {@code data:} URL, or a path inside the asset folder; empty for none
 * @param position CSS {@code object-position}
 * @param boxShadow CSS {@code box-shadow}
 */
public record ImageElement(
        Box box,
        String src,
        ObjectFit fit,
        String position,
        Corners corners,
        @Nullable String boxShadow,
        Filters filters)
        implements Element {
    static ImageElement read(Fields fields, Box box) {
        return new ImageElement(
                box,
                fields.text("src", ""),
                fields.choice("objectFit", ObjectFit.COVER),
                fields.text("objectPosition", "50% 50%"),
                Corners.read(fields),
                fields.text("boxShadow"),
                Filters.read(fields));
    }
}
