package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Item;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Paints items as pixels, with edges antialiased by exact area and 8-bit sRGB blending. The same items give the same
 * pixels on every machine, in every thread, and in every part: each pixel depends on the items alone, not on which
 * rectangle is painted. Thread-safe; what it has learnt about glyphs and pictures serves later calls, so make one and
 * keep it.
 */
public final class RasterPainter {
    /** Workspaces that are kept for later calls: about as many as there are threads that paint. */
    private static final int KEPT = 64;

    private final ArrayBlockingQueue<Workspace> workspaces = new ArrayBlockingQueue<>(KEPT);
    private final MipMaps mipMaps = new MipMaps();
    private final GlyphCache glyphs;

    /** A painter that keeps up to 32 MB of glyphs. */
    public RasterPainter() {
        this(32 << 20);
    }

    /** @param glyphBytes about how many bytes the pictures of glyphs may take that are kept for later */
    public RasterPainter(long glyphBytes) {
        glyphs = new GlyphCache(glyphBytes);
    }

    /** Paints items over the whole of a bitmap. */
    public void paint(List<Item> items, AffineTransform toDevice, Bitmap target) {
        paint(items, toDevice, target, 0, 0, target.width(), target.height());
    }

    /**
     * Paints items over a rectangle of a bitmap; no other pixel changes, and those inside become what painting over the
     * whole bitmap would make them. A blurred backdrop also reads pixels outside the rectangle: they must still be as
     * they were before any of these items was painted.
     *
     * @param toDevice from the items' coordinates to pixels of the bitmap, (0, 0) being its top left corner
     */
    public void paint(List<Item> items, AffineTransform toDevice, Bitmap target, int x, int y, int width, int height) {
        Area canvas = new Area(0, 0, target.width(), target.height());
        Area part = canvas.intersect(new Area(x, y, Math.addExact(x, width), Math.addExact(y, height)));
        if (part.isEmpty()) {
            return;
        }
        Workspace known = workspaces.poll();
        Workspace workspace = known == null ? new Workspace() : known;
        Layer layer = new Layer(canvas, target.argb());
        Backdrops backdrops = new Backdrops(workspace, canvas);
        ItemPainter painter = new ItemPainter(workspace, glyphs, mipMaps, backdrops);
        Area needed = backdrops.needed(items, toDevice, part);
        if (needed.equals(part)) {
            painter.paint(items, toDevice, new Surface(layer, part));
        } else {
            Layer larger = workspace.layer(needed);
            larger.copy(layer, needed);
            painter.paint(items, toDevice, new Surface(larger, needed));
            layer.copy(larger, part);
            workspace.release(larger);
        }
        boolean unused = workspaces.offer(workspace);
    }
}
