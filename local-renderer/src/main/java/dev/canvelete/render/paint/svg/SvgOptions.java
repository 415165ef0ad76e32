package dev.canvelete.render.paint.svg;

import org.jspecify.annotations.Nullable;

/**
 * How a scene becomes a document.
 *
 * @param width of the picture in pixels, over 0; the scene is stretched to it
 * @param height of the picture in pixels, over 0
 * @param language of the text, as a BCP 47 tag
 * @param textAsPaths whether text becomes outlines, for programs that do not load fonts from a document
 */
public record SvgOptions(
        double width,
        double height,
        @Nullable String title,
        @Nullable String language,
        boolean textAsPaths) {
    public SvgOptions {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
        }
    }
}
