package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.Backdrop;
import dev.canvelete.render.paint.vector.Layer;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Stroke;
import java.util.ArrayList;
import java.util.List;

/** Writes what all documents of a design have in common. */
final class TemplateWriter {
    private final Page page;
    private final PdfOptions options;
    private final Compressor compressor;
    private final PdfBody body;
    private final Resources resources;
    private final PdfBuffer contents = new PdfBuffer();
    private final List<Slot> slots = new ArrayList<>();
    private PdfBuffer content = new PdfBuffer(4096);
    private List<Item> below = new ArrayList<>();

    TemplateWriter(Page page, PdfOptions options, PartCache parts, Workspace workspace) {
        this.page = page;
        this.options = options;
        this.compressor = workspace.compressor();
        this.body = new PdfBody(workspace);
        this.resources = new Resources(body, parts, options.archival());
    }

    PdfTemplate write(List<Layer> layers) {
        content.matrix(page.base(), PdfBuffer.MAX_DIGITS - 3).operator("cm");
        content.number(Stroke.MITER_LIMIT, 0).operator("M");
        for (Layer layer : layers) {
            switch (layer) {
                case Layer.Live live -> slot(live);
                case Layer.Fixed fixed when fixed.seesThrough() && !slots.isEmpty() -> slot(fixed);
                case Layer.Fixed fixed -> paint(fixed.items());
            }
        }
        endStream();
        resources.settleFonts(compressor);
        DocumentRoot root = DocumentRoot.write(body, options, page, contents, resources.dictionary());
        return new PdfTemplate(page, body.shared(), resources, slots, root);
    }

    private void paint(List<Item> items) {
        new ContentPainter(content, page, resources, new State(page.base()), new Backdrop(below)).paint(items);
    }

    /** Layers with nothing written between them share a stream: a stream costs as much as a line of text. */
    private void slot(Layer layer) {
        if (!slots.isEmpty() && below.isEmpty()) {
            slots.add(slots.removeLast().with(layer));
            return;
        }
        endStream();
        Slot slot = new Slot(body.reserve(), below, List.of(layer));
        slots.add(slot);
        contents.reference(slot.stream());
        below = new ArrayList<>();
    }

    private void endStream() {
        if (content.length() > 0) {
            int stream = body.reserve();
            body.setText(stream, content);
            contents.reference(stream);
            content = new PdfBuffer(4096);
        }
    }
}
