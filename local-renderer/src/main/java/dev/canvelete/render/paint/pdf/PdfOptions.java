package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.scene.Scene;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a scene becomes a document of one page.
 *
 * @param width of the page in pixels, over 0; the scene is stretched to it
 * @param height of the page in pixels, over 0
 * @param dpi how many of those pixels an inch has, over 0; the page has 72 points to the inch
 * @param language of the text, as a BCP 47 tag
 * @param archival whether the file keeps to PDF/A-2b (ISO 19005-2)
 * @param created the date of creation; without one, the file says none and is the same on every run
 */
public record PdfOptions(
        double width,
        double height,
        int dpi,
        @Nullable String title,
        @Nullable String language,
        boolean archival,
        @Nullable Instant created) {
    /** What CSS says an inch has. */
    public static final int CSS_DPI = 96;

    public PdfOptions {
        if (!(width > 0 && height > 0 && dpi > 0)) {
            throw new IllegalArgumentException("a page of " + width + " x " + height + " pixels at " + dpi + " dpi");
        }
    }

    /** A page of the scene's own size. */
    public static PdfOptions of(Scene scene) {
        return new PdfOptions(scene.width(), scene.height(), CSS_DPI, null, null, false, null);
    }

    /** The same with a title. */
    public PdfOptions withTitle(@Nullable String newTitle) {
        return new PdfOptions(width, height, dpi, newTitle, language, archival, created);
    }

    /** The same with or without PDF/A-2b. */
    public PdfOptions withArchival(boolean newArchival) {
        return new PdfOptions(width, height, dpi, title, language, newArchival, created);
    }

    double pointsPerPixel() {
        return 72.0 / dpi;
    }
}
