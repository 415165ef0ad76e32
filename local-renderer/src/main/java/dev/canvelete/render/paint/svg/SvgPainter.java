package dev.canvelete.render.paint.svg;

import dev.canvelete.render.paint.vector.Layer;
import dev.canvelete.render.paint.vector.Rasterizer;
import dev.canvelete.render.scene.Scene;
import java.util.List;

/**
 * Draws scenes as SVG that stands alone: shapes, gradients, clips and filters as such, images and fonts within, text that
 * can be selected and searched, and only what looks through to its backdrop as pixels. There are no scripts in it and no
 * references to anything outside. The same scene and options give the same bytes. Thread-safe; keep one, as it keeps
 * parsed fonts.
 */
public final class SvgPainter {
    private final Rasterizer rasterizer;
    private final Parts parts = new Parts();

    /** A painter that leaves what SVG cannot express to another. */
    public SvgPainter(Rasterizer rasterizer) {
        this.rasterizer = rasterizer;
    }

    /**
     * One document.
     *
     * @throws IllegalArgumentException when a number in the scene is not one
     * @throws dev.canvelete.render.paint.font.BrokenFontException when a font cannot be embedded
     */
    public byte[] paint(Scene scene, SvgOptions options) {
        return template(scene.width(), scene.height(), List.of(new Layer.Live()), options)
                .render(List.of(scene.items()));
    }

    /**
     * What many documents of a design share.
     *
     * @param width of their scenes
     * @param height of their scenes
     * @param layers in painting order, first at the bottom
     */
    public SvgTemplate template(double width, double height, List<Layer> layers, SvgOptions options) {
        return SvgTemplate.of(new Canvas(width, height, options, parts, rasterizer), layers);
    }
}
