package dev.canvelete.render;

import dev.canvelete.api.design.Box;
import dev.canvelete.api.design.Element;
import dev.canvelete.api.design.TextElement;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.render.Warning;
import dev.canvelete.render.output.Output;
import dev.canvelete.render.output.Output.Part;
import dev.canvelete.render.resolve.Reach;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.template.BoundDesign;
import dev.canvelete.render.template.Template;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A design split into what ordinary data changes and what it does not. A record that changes more than that, by hiding
 * or overriding an element that was taken for fixed, is drawn whole. Thread-safe.
 */
final class SharedDrawing implements PreparedDesign {
    /** A design's JSON is held as text or bytes, as a tree, and as the elements and items read from it. */
    private static final int SOURCE_COPIES = 4;

    private final Drawing drawing;
    /** The elements that are live, by index, in painting order. */
    private final List<Integer> live;

    private final List<Warning> fixedWarnings;
    private final Output.Shared shared;
    private final long bytes;

    private SharedDrawing(Drawing drawing, List<Integer> live, List<Warning> fixedWarnings, Output.Shared shared) {
        this.drawing = drawing;
        this.live = List.copyOf(live);
        this.fixedWarnings = List.copyOf(fixedWarnings);
        this.shared = shared;
        this.bytes = shared.bytes()
                + SOURCE_COPIES
                        * drawing.template().design().source().toString().length();
    }

    static PreparedDesign of(Drawing drawing) throws RenderException {
        Template template = drawing.template();
        if (template.changesBackground()) {
            return drawing::render;
        }
        List<Warning> warnings = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<Integer> live = new ArrayList<>();
        List<Item> run = new ArrayList<>();
        drawing.background(template.design().canvasData().background()).ifPresent(run::add);
        for (int i = 0; i < template.size(); i++) {
            if (template.isLive(i)) {
                parts.add(new Part.Fixed(List.copyOf(run)));
                run.clear();
                parts.add(new Part.Live(expected(drawing, i)));
                live.add(i);
            } else {
                run.addAll(drawing.resolved(template.unchanging(i), warnings::add));
            }
        }
        parts.add(new Part.Fixed(List.copyOf(run)));
        Output.Shared shared = Drawing.written(() -> drawing.output().share(drawing.width(), drawing.height(), parts));
        return new SharedDrawing(drawing, live, warnings, shared);
    }

    /** Where an element will probably be painted: in and around its box, where empty data leaves one, else anywhere. */
    private static Rectangle2D expected(Drawing drawing, int index) {
        Rectangle2D anywhere = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
        Optional<Element> sample = drawing.template().sample(index);
        if (sample.isEmpty() || sample.get().box().width() == null) {
            return anywhere;
        }
        Box box = sample.get().box();
        double reach = Reach.of(sample.get());
        double line = sample.get() instanceof TextElement text ? text.font().size() * text.lineHeight() : 0;
        Rectangle2D area = new Rectangle2D.Double(
                box.x() - reach,
                box.y() - reach,
                box.widthOrZero() + 2 * reach,
                Math.max(box.heightOrZero(), line) + 2 * reach);
        AffineTransform turn = AffineTransform.getRotateInstance(
                Math.toRadians(box.rotation()), box.x() + box.widthOrZero() / 2, box.y() + box.heightOrZero() / 2);
        return turn.createTransformedShape(area).getBounds2D();
    }

    @Override
    public Rendering render(RenderRecord data) throws RenderException {
        BoundDesign bound = drawing.template().bind(data, drawing.options().strict());
        List<Warning> warnings = new ArrayList<>(bound.warnings());
        if (!ordinary(bound)) {
            return drawing.drawn(bound, warnings);
        }
        warnings.addAll(fixedWarnings);
        List<List<Item>> items = new ArrayList<>(live.size());
        List<Optional<Element>> sources = new ArrayList<>(live.size());
        for (int index : live) {
            Optional<Element> element = bound.elements().get(index);
            items.add(drawing.resolved(element, warnings::add));
            sources.add(element);
        }
        byte[] bytes = Drawing.written(() -> shared.write(items, sources));
        return new Rendering(bytes, drawing.size().width(), drawing.size().height(), warnings);
    }

    @Override
    public long bytes() {
        return bytes;
    }

    /** Whether every element that was taken for fixed is as it was. */
    private boolean ordinary(BoundDesign bound) {
        Template template = drawing.template();
        for (int i = 0; i < template.size(); i++) {
            if (!template.isLive(i)
                    && bound.elements().get(i).orElse(null)
                            != template.unchanging(i).orElse(null)) {
                return false;
            }
        }
        return true;
    }
}
