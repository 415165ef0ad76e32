package dev.canvelete.render.paint.vector;

import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Item;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws what a vector format has no words for. Must be thread-safe. */
@FunctionalInterface
public interface Rasterizer {
    /**
     * Draws items as pixels on a transparent ground.
     *
     * @param area what to draw of the items' coordinates; its sides are whole numbers of pixels
     * @param pixelsPerUnit how many pixels a unit of those coordinates becomes
     */
    Bitmap draw(List<Item> items, Rectangle2D area, double pixelsPerUnit);
}
