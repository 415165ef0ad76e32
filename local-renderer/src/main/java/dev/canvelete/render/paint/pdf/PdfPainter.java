package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.Layer;
import dev.canvelete.render.paint.vector.Rasterizer;
import dev.canvelete.render.scene.Scene;
import java.util.List;

/**
 * Draws scenes as PDF of one page: shapes, gradients and pictures as such, text that can be selected and searched, and
 * only what PDF has no operators for as pixels. Fonts are embedded with the glyphs that are used. The same scene and
 * options give the same bytes. Thread-safe; keep one, as it keeps parsed fonts.
 */
public final class PdfPainter {
    private final Rasterizer rasterizer;
    private final PartCache parts = new PartCache();

    /** A painter that leaves what PDF cannot express to another. */
    public PdfPainter(Rasterizer rasterizer) {
        this.rasterizer = rasterizer;
    }

    /**
     * One document.
     *
     * @throws IllegalArgumentException when a number in the scene is not one
     * @throws dev.canvelete.render.paint.font.BrokenFontException when a font cannot be embedded
     */
    public byte[] paint(Scene scene, PdfOptions options) {
        try (Workspace workspace = Workspace.quick()) {
            return template(scene.width(), scene.height(), List.of(new Layer.Fixed(scene.items())), options)
                    .render(List.of(), workspace);
        }
    }

    /**
     * What many documents of a design share.
     *
     * @param width of their scenes
     * @param height of their scenes
     * @param layers in painting order, first at the bottom
     */
    public PdfTemplate template(double width, double height, List<Layer> layers, PdfOptions options) {
        Page page = Page.of(width, height, options, rasterizer);
        try (Workspace workspace = Workspace.thorough()) {
            return new TemplateWriter(page, options, parts, workspace).write(layers);
        }
    }
}
