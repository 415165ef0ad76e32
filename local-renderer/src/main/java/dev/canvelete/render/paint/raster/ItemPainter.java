package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Glyphs;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Picture;
import dev.canvelete.render.scene.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints items, whatever they are, onto a surface. For one thread at a time. */
final class ItemPainter {
    private static final Path2D UNIT_SQUARE = new Path2D.Double(new Rectangle2D.Double(0, 0, 1, 1));

    private final Workspace workspace;
    private final MipMaps mipMaps;
    private final GlyphPainter glyphPainter;
    private final GroupPainter groupPainter;

    ItemPainter(Workspace workspace, GlyphCache glyphs, MipMaps mipMaps, Backdrops backdrops) {
        this.workspace = workspace;
        this.mipMaps = mipMaps;
        glyphPainter = new GlyphPainter(glyphs, workspace);
        groupPainter = new GroupPainter(this, workspace, backdrops);
    }

    void paint(List<Item> items, AffineTransform toDevice, Surface surface) {
        for (Item item : items) {
            switch (item) {
                case Fill fill -> fill(fill.path(), toDevice, brush(fill.paint(), toDevice, surface));
                case Stroke stroke ->
                    fill(Stroker.outline(stroke, toDevice), toDevice, brush(stroke.paint(), toDevice, surface));
                case Glyphs run -> glyphPainter.paint(run, toDevice, brush(run.paint(), toDevice, surface));
                case Picture picture -> picture(picture, toDevice, surface);
                case Group group -> groupPainter.paint(group, toDevice, surface);
            }
        }
    }

    private Brush brush(Paint paint, AffineTransform toDevice, Surface surface) {
        return new Brush(surface, Shader.of(paint, toDevice), workspace);
    }

    private void fill(Path2D path, AffineTransform toDevice, Brush brush) {
        workspace.rasterizer().fill(path, toDevice, brush.area(), brush);
    }

    private void picture(Picture picture, AffineTransform toDevice, Surface surface) {
        AffineTransform place = new AffineTransform(toDevice);
        place.concatenate(picture.placement());
        try {
            AffineTransform toUnitSquare = place.createInverse();
            int level = MipMaps.levelFor(picture.bitmap(), place);
            Bitmap bitmap = mipMaps.level(picture.bitmap(), level);
            toUnitSquare.preConcatenate(AffineTransform.getScaleInstance(
                    Math.scalb((double) picture.bitmap().width(), -level),
                    Math.scalb((double) picture.bitmap().height(), -level)));
            fill(UNIT_SQUARE, place, new Brush(surface, new PictureShader(bitmap, toUnitSquare), workspace));
        } catch (NoninvertibleTransformException e) {
            return; // Squeezed into a line, it covers no pixel.
        }
    }
}
