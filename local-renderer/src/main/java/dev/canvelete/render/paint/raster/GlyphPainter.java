package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Glyphs;
import java.awt.geom.AffineTransform;

/**
 * Paints runs of glyphs. Upright ones of usual sizes come from the cache, their origins at quarters of a pixel across and at
 * whole pixels down, as Skia places them; others are filled as paths, exactly where they are.
 */
final class GlyphPainter {
    /** The largest em, in pixels, that is cached. */
    private static final double LARGEST = 256;

    /** Origins further out than this show nothing. */
    private static final double FAR = 1 << 20;

    private final GlyphCache cache;
    private final Workspace workspace;

    GlyphPainter(GlyphCache cache, Workspace workspace) {
        this.cache = cache;
        this.workspace = workspace;
    }

    void paint(Glyphs run, AffineTransform toDevice, Brush brush) {
        double scale = toDevice.getScaleX();
        boolean upright = toDevice.getShearX() == 0 && toDevice.getShearY() == 0 && toDevice.getScaleY() == scale;
        double em = run.size() * scale;
        if (upright && em > 0 && em <= LARGEST) {
            paintUpright(run, cache.strike(run.typeface(), em), toDevice, brush);
        } else {
            for (int i = 0; i < run.ids().length; i++) {
                paintPath(run, i, toDevice, brush);
            }
        }
    }

    private void paintUpright(Glyphs run, Strike strike, AffineTransform toDevice, Brush brush) {
        for (int i = 0; i < run.ids().length; i++) {
            double x = run.x()[i] * toDevice.getScaleX() + toDevice.getTranslateX();
            double y = run.y()[i] * toDevice.getScaleY() + toDevice.getTranslateY();
            if (!(Math.abs(x) < FAR && Math.abs(y) < FAR)) {
                continue;
            }
            int place = (int) Math.floor(x * Strike.PLACES + 0.5);
            int column = Math.floorDiv(place, Strike.PLACES);
            Mask mask = strike.mask(run.ids()[i], Math.floorMod(place, Strike.PLACES), workspace.rasterizer());
            if (mask == null) {
                paintPath(run, i, toDevice, brush);
            } else {
                brush.mask(mask, column, (int) Math.floor(y + 0.5));
            }
        }
    }

    private void paintPath(Glyphs run, int index, AffineTransform toDevice, Brush brush) {
        AffineTransform transform = new AffineTransform(toDevice);
        transform.translate(run.x()[index], run.y()[index]);
        transform.concatenate(GlyphShape.toEm(run.typeface(), run.size()));
        GlyphShape.of(run.typeface(), run.size(), run.ids()[index])
                .fill(transform, brush.area(), workspace.rasterizer(), brush);
    }
}
