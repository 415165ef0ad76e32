package dev.canvelete.api.design;

import org.jspecify.annotations.Nullable;

/**
 * A vector picture: either a whole SVG document, or one path.
 *
 * @param src an http(s) URL, a {@code data:} URL, a path inside the asset folder, or the document itself
 * @param fill a CSS colour, for the path
 */
public record SvgElement(
        Box box,
        String src,
        @Nullable PathData path,
        @Nullable String fill,
        Outline outline,
        ObjectFit fit) implements Element {
    static SvgElement read(Fields fields, Box box) {
        return new SvgElement(
                box,
                fields.text("src", ""),
                PathData.read(fields),
                fields.text("fill"),
                Outline.read(fields, null),
                fields.choice("objectFit", ObjectFit.CONTAIN));
    }
}
