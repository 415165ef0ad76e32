package dev.canvelete.render.paint.svg;

import dev.canvelete.render.paint.vector.Backdrop;
import dev.canvelete.render.paint.vector.Layer;
import dev.canvelete.render.scene.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * A design of which everything that no document changes is already written. A document adds its own items; its bytes are
 * those that its whole scene gives. Thread-safe.
 */
public final class SvgTemplate {
    private final Canvas canvas;
    private final byte[] head;
    private final List<Section> sections;

    private SvgTemplate(Canvas canvas, List<Section> sections) {
        this.canvas = canvas;
        this.head = Document.head(canvas);
        this.sections = List.copyOf(sections);
    }

    /** A part of the documents, in painting order. */
    private sealed interface Section {
        /** The same in all of them. */
        record Written(List<Item> items, List<Markup.Piece> pieces) implements Section {}

        /** The same items, but they show what is behind them, which is not the same. */
        record SeeingThrough(List<Item> items) implements Section {}

        record Live() implements Section {}
    }

    static SvgTemplate of(Canvas canvas, List<Layer> layers) {
        List<Section> sections = new ArrayList<>();
        List<Item> below = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof Layer.Fixed(List<Item> items) && items.isEmpty()) {
                continue;
            }
            sections.add(
                    switch (layer) {
                        case Layer.Live ignored -> new Section.Live();
                        case Layer.Fixed fixed ->
                            fixed.seesThrough() && sections.contains(new Section.Live())
                                    ? new Section.SeeingThrough(fixed.items())
                                    : new Section.Written(fixed.items(), written(canvas, fixed, below));
                    });
        }
        return new SvgTemplate(canvas, sections);
    }

    private static List<Markup.Piece> written(Canvas canvas, Layer.Fixed fixed, List<Item> below) {
        Markup markup = new Markup();
        new ItemWriter(canvas, markup, new Backdrop(below)).paint(fixed.items());
        return List.copyOf(markup.pieces());
    }

    /**
     * A document.
     *
     * @param live the items of each {@link Layer.Live}, in order
     * @throws IllegalArgumentException when there are not as many lists as live layers, or a number in them is not one
     */
    public byte[] render(List<List<Item>> live) {
        Document document = new Document();
        Markup own = new Markup(document);
        List<Item> painted = new ArrayList<>();
        ItemWriter writer = new ItemWriter(canvas, own, new Backdrop(painted));
        int next = 0;
        for (Section section : sections) {
            switch (section) {
                case Section.Written(List<Item> items, List<Markup.Piece> pieces) -> {
                    document.add(own);
                    document.add(pieces);
                    painted.addAll(items);
                }
                case Section.SeeingThrough(List<Item> items) -> writer.paint(items);
                case Section.Live ignored -> writer.paint(live.get(next++));
            }
        }
        if (next != live.size()) {
            throw new IllegalArgumentException(live.size() + " lists of items for " + next + " live layers");
        }
        document.add(own);
        return document.finish(head, canvas.parts());
    }
}
