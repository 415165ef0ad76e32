package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.Layer;
import dev.canvelete.render.scene.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * Where content that is painted for each document goes.
 *
 * @param stream the number of its content stream
 * @param below what every document has between the slot ahead and this one
 * @param layers what is painted there: the document's own items, and fixed ones that show what is behind them
 */
record Slot(int stream, List<Item> below, List<Layer> layers) {
    /** The same with one more layer right above. */
    Slot with(Layer next) {
        List<Layer> all = new ArrayList<>(layers);
        all.add(next);
        return new Slot(stream, below, List.copyOf(all));
    }
}
