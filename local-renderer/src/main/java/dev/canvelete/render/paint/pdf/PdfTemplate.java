package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.Backdrop;
import dev.canvelete.render.paint.vector.Layer;
import dev.canvelete.render.scene.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * A design of which everything that no document changes is already written: content, images, shadings, and the glyphs
 * that it uses. A document adds its own content, the glyphs that this needs, and the cross-reference. Its bytes depend
 * on the design and its own items alone. Thread-safe.
 */
public final class PdfTemplate {
    private final Page page;
    private final PdfBody.SharedObjects objects;
    private final Resources resources;
    private final List<Slot> slots;
    private final DocumentRoot root;

    PdfTemplate(Page page, PdfBody.SharedObjects objects, Resources resources, List<Slot> slots, DocumentRoot root) {
        this.page = page;
        this.objects = objects;
        this.resources = resources;
        this.slots = List.copyOf(slots);
        this.root = root;
    }

    /** How much of every document is written already. */
    public int bytes() {
        return objects.bytes().length;
    }

    /**
     * A document.
     *
     * @param workspace a {@link Workspace#quick} one, the calling thread's own
     * @param live the items of each {@link Layer.Live}, in order
     * @throws IllegalArgumentException when there are not as many lists as live layers, or a number in them is not one
     */
    public byte[] render(List<List<Item>> live, Workspace workspace) {
        PdfBody own = objects.continued(workspace);
        Resources used = resources.fork(own);
        List<Item> painted = new ArrayList<>();
        int next = 0;
        for (Slot slot : slots) {
            painted.addAll(slot.below());
            PdfBuffer content = workspace.content();
            ContentPainter painter =
                    new ContentPainter(content, page, used, new State(page.base()), new Backdrop(painted));
            for (Layer layer : slot.layers()) {
                painter.paint(
                        switch (layer) {
                            case Layer.Live place -> live.get(next++);
                            case Layer.Fixed fixed -> fixed.items();
                        });
            }
            own.setText(slot.stream(), content);
        }
        if (next != live.size()) {
            throw new IllegalArgumentException(live.size() + " lists of items for " + next + " live layers");
        }
        used.fonts().forEach(font -> font.write(own, workspace));
        used.finish();
        return own.finish(root);
    }
}
