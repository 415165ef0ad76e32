package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.scene.Glyphs;
import dev.canvelete.render.scene.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The runs of each line from left to right, for readers put lines in logical order themselves. */
final class VisualOrder {
    private VisualOrder() {}

    static List<Item> of(List<Item> items) {
        List<Item> ordered = new ArrayList<>(items.size());
        List<Glyphs> line = new ArrayList<>();
        for (Item item : items) {
            if (!line.isEmpty() && !(item instanceof Glyphs run && goesOn(line.getLast(), run))) {
                flush(line, ordered);
            }
            if (item instanceof Glyphs run && run.ids().length > 0) {
                line.add(run);
            } else {
                ordered.add(item);
            }
        }
        flush(line, ordered);
        return ordered;
    }

    private static boolean goesOn(Glyphs before, Glyphs next) {
        return next.ids().length > 0
                && before.y()[0] == next.y()[0]
                && before.paint().equals(next.paint());
    }

    private static void flush(List<Glyphs> line, List<Item> ordered) {
        line.sort(Comparator.comparingDouble(run -> run.x()[0]));
        ordered.addAll(line);
        line.clear();
    }
}
