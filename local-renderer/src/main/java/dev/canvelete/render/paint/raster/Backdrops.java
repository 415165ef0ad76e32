package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * Blurs what is already painted behind a group. As in browsers, the blur sees nothing outside the group's own rectangle;
 * at its borders the picture is mirrored.
 */
final class Backdrops {
    private final Workspace workspace;
    private final Area canvas;

    Backdrops(Workspace workspace, Area canvas) {
        this.workspace = workspace;
        this.canvas = canvas;
    }

    /** The area that must be painted for an area to be right: it grows by every backdrop whose blur is seen in it. */
    Area needed(List<Item> items, AffineTransform toDevice, Area area) {
        Area needed = area;
        for (Item item : items.reversed()) {
            if (item instanceof Group group && (group.backdropBlur() > 0 || !group.isolated())) {
                AffineTransform inside = new AffineTransform(toDevice);
                inside.concatenate(group.transform());
                if (!group.isolated()) {
                    needed = needed(group.items(), inside, needed);
                } else if (!Area.around(Bounds.of(group), toDevice)
                        .intersect(needed)
                        .isEmpty()) {
                    needed = needed.union(of(group, inside));
                }
            }
        }
        return needed;
    }

    /** Where a group's backdrop is seen. */
    Area of(Group group, AffineTransform toDevice) {
        return group.clip() == null
                ? canvas
                : Area.around(group.clip().getBounds2D(), toDevice).intersect(canvas);
    }

    /** Paints what is blurred of one layer onto a surface, which may be of another. */
    void blur(Group group, AffineTransform toDevice, Layer from, Surface surface) {
        Area frame = of(group, toDevice);
        Area seen = frame.intersect(surface.area());
        if (seen.isEmpty()) {
            return;
        }
        Blur blur = Blur.of(group.backdropBlur(), toDevice, false);
        Layer behind = workspace.layer(blur.around(seen));
        mirror(from, frame, behind);
        blur.apply(behind);
        Brush brush = new Brush(surface.within(seen), new LayerShader(behind), workspace);
        brush.all();
        workspace.release(behind);
    }

    /** Fills a layer with what another has in a frame, mirrored at the borders of the frame; what it lacks is transparent. */
    private static void mirror(Layer from, Area frame, Layer into) {
        Area area = into.area();
        for (int y = area.top(); y < area.bottom(); y++) {
            int sourceY = mirror(y - frame.top(), frame.height()) + frame.top();
            for (int x = area.left(); x < area.right(); x++) {
                int sourceX = mirror(x - frame.left(), frame.width()) + frame.left();
                into.argb()[into.index(x, y)] =
                        from.area().has(sourceX, sourceY) ? from.argb()[from.index(sourceX, sourceY)] : 0;
            }
        }
    }

    private static int mirror(int at, int size) {
        int place = Math.floorMod(at, 2 * size);
        return place < size ? place : 2 * size - 1 - place;
    }
}
