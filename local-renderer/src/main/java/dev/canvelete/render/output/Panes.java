package dev.canvelete.render.output;

import dev.canvelete.render.output.Output.Part;
import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The fixed items of a design that blur what is behind them. What changes behind one changes all of it, and it can only
 * be painted as a whole.
 */
final class Panes {
    private final List<Pane> all = new ArrayList<>();

    /** @param part the fixed part, among all, that it belongs to */
    private record Pane(int part, PixelArea area) {}

    /** @param toPixels the pixels that something in a rectangle may touch */
    Panes(List<Part> parts, PixelArea canvas, Function<Rectangle2D, PixelArea> toPixels) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Part.Fixed(List<Item> items)) {
                for (Item item : items) {
                    if (item.seesThrough()) {
                        all.add(new Pane(i, bounded(item) ? toPixels.apply(Bounds.of(item)) : canvas));
                    }
                }
            }
        }
    }

    /** Whether whatever is blurred lies inside a clip. */
    private static boolean bounded(Item item) {
        return !(item instanceof Group group)
                || (group.backdropBlur() == 0 || group.clip() != null)
                        && group.items().stream().allMatch(Panes::bounded);
    }

    /** Where a change is seen: in its own area, and in the panes above it that have some of it behind them. */
    PixelArea seen(int part, PixelArea area) {
        PixelArea seen = area;
        for (Pane pane : all) {
            if (pane.part > part && pane.area.intersects(seen)) {
                seen = seen.union(pane.area);
            }
        }
        return seen;
    }

    /** A rectangle grown until no pane lies half in it. */
    PixelArea whole(PixelArea rectangle) {
        PixelArea whole = rectangle;
        for (PixelArea before = PixelArea.NONE; !whole.equals(before); ) {
            before = whole;
            whole = seen(-1, whole);
        }
        return whole;
    }
}
