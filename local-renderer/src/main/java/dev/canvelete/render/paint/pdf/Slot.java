package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.scene.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where content that is painted for each document goes.
 *
 * @param stream the number of its content stream
 * @param below what every document has between the slot ahead and this one
 * @param fixed what is painted there, unless it is the document's own: items that show what is behind them
 */
record Slot(int stream, List<Item> below, @Nullable List<Item> fixed) {}
