package dev.canvelete.render.paint.vector;

import dev.canvelete.render.scene.Item;
import java.util.List;

/** A part of a design's painting order. */
public sealed interface Layer {
    /** Items that are the same in every file of the design. */
    record Fixed(List<Item> items) implements Layer {
        public Fixed {
            items = List.copyOf(items);
        }

        /** Whether any of it shows, changed, what is painted before it. */
        public boolean seesThrough() {
            return items.stream().anyMatch(Item::seesThrough);
        }
    }

    /** A place for items that each file has its own of. */
    record Live() implements Layer {}
}
