package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import java.util.List;

/** A part of a design's painting order. */
public sealed interface Layer {
    /** Items that are the same in every document of the design. */
    record Fixed(List<Item> items) implements Layer {
        public Fixed {
            items = List.copyOf(items);
        }

        /** Whether any of it shows, changed, what is painted before it. */
        boolean seesThrough() {
            return items.stream().anyMatch(Layer::seesThrough);
        }
    }

    /** A place for items that each document has its own of. */
    record Live() implements Layer {}

    private static boolean seesThrough(Item item) {
        return item instanceof Group group
                && (group.backdropBlur() > 0 || group.items().stream().anyMatch(Layer::seesThrough));
    }
}
