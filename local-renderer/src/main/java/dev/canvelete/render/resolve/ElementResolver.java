package dev.canvelete.render.resolve;

import dev.canvelete.api.design.BarcodeElement;
import dev.canvelete.api.design.BezierElement;
import dev.canvelete.api.design.Box;
import dev.canvelete.api.design.ContainerElement;
import dev.canvelete.api.design.Element;
import dev.canvelete.api.design.EllipseElement;
import dev.canvelete.api.design.Filters;
import dev.canvelete.api.design.ImageElement;
import dev.canvelete.api.design.LineElement;
import dev.canvelete.api.design.Padding;
import dev.canvelete.api.design.PolygonElement;
import dev.canvelete.api.design.QrElement;
import dev.canvelete.api.design.RectangleElement;
import dev.canvelete.api.design.StarElement;
import dev.canvelete.api.design.SvgElement;
import dev.canvelete.api.design.TableElement;
import dev.canvelete.api.design.TextElement;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.render.Warning;
import dev.canvelete.render.css.Background;
import dev.canvelete.render.css.FieldException;
import dev.canvelete.render.image.LoadedImages;
import dev.canvelete.render.resolve.code.QrCodes;
import dev.canvelete.render.resolve.shape.BoxShapes;
import dev.canvelete.render.resolve.shape.PathShapes;
import dev.canvelete.render.resolve.shape.PixelGrid;
import dev.canvelete.render.resolve.text.TextBlock;
import dev.canvelete.render.resolve.text.TextLayout;
import dev.canvelete.render.resource.ResourceException;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Filter;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns elements into items: the one place that knows every element type. Thread-safe. */
public final class ElementResolver {
    private static final String WHITE = "#ffffff";

    private final TextLayout texts;
    private final Pictures pictures;
    private final BoxShapes boxes;
    private final BarcodeDrawing barcodes;
    private final Tables tables;
    private final PixelGrid grid;

    /**
     * @param scale output pixels per CSS pixel, for what is snapped to them
     */
    public ElementResolver(TextLayout texts, LoadedImages images, TableData tableData, double scale) {
        this.grid = new PixelGrid(scale);
        this.texts = texts;
        this.pictures = new Pictures(images, grid);
        this.boxes = new BoxShapes(grid);
        this.barcodes = new BarcodeDrawing(texts, grid);
        this.tables = new Tables(texts, tableData, grid);
    }

    /**
     * What the canvas is painted with before everything else; empty for a transparent one.
     *
     * @throws RenderException if the background is no colour and no gradient
     */
    public static Optional<Item> background(@Nullable String css, double width, double height) throws RenderException {
        try {
            Optional<Paint> paint = Background.paint(css == null ? WHITE : css, 0, 0, width, height);
            return paint.map(p -> new Fill(new Path2D.Double(new Rectangle2D.Double(0, 0, width, height)), p));
        } catch (IllegalArgumentException e) {
            throw new RenderException(
                    ErrorCode.UNSUPPORTED_ELEMENT, "canvasData.background", String.valueOf(e.getMessage()));
        }
    }

    /**
     * What an element looks like; empty when there is nothing to see of it.
     *
     * @throws RenderException naming the element and the field that cannot be drawn
     */
    public Optional<Item> resolve(Element element, Consumer<Warning> warnings) throws RenderException {
        Box box = element.box();
        if (!box.visible() || box.opacity() == 0) {
            return Optional.empty();
        }
        try {
            Item item = item(element, warnings);
            return item instanceof Group group && group.items().isEmpty() && group.backdropBlur() == 0
                    ? Optional.empty()
                    : Optional.of(item);
        } catch (FieldException e) {
            throw new RenderException(
                    ErrorCode.INVALID_DYNAMIC_DATA,
                    List.of(new Fault(
                            box.place() + "." + e.field(), "element " + box.label() + ": " + e.getMessage())));
        } catch (ResourceException e) {
            throw new RenderException(
                    ErrorCode.ASSET_UNAVAILABLE,
                    List.of(new Fault(box.place() + ".src", "element " + box.label() + ": " + e.getMessage())));
        } catch (IllegalArgumentException e) {
            throw new RenderException(
                    ErrorCode.UNSUPPORTED_ELEMENT,
                    List.of(new Fault(box.place(), "element " + box.label() + ": " + e.getMessage())));
        }
    }

    private Item item(Element element, Consumer<Warning> warnings) throws ResourceException, RenderException {
        return switch (element) {
            case RectangleElement e ->
                shown(
                        e.box(),
                        e.filters(),
                        boxes.box(grid.snap(e.box()), e.fill(), e.border(), e.corners(), e.boxShadow()));
            case EllipseElement e ->
                shown(e.box(), e.filters(), boxes.ellipse(grid.snap(e.box()), e.fill(), e.border()));
            case ContainerElement e -> container(e);
            case TextElement e -> text(e, warnings);
            case ImageElement e -> shown(e.box(), e.filters(), pictures.image(e, warnings));
            case SvgElement e -> shown(e.box(), Filters.NONE, pictures.svg(e, warnings));
            case LineElement e -> shown(e.box(), Filters.NONE, PathShapes.line(e, grid.snap(e.box())));
            case PolygonElement e -> shown(e.box(), e.filters(), PathShapes.polygon(e, grid.snap(e.box())));
            case StarElement e -> shown(e.box(), e.filters(), PathShapes.star(e, grid.snap(e.box())));
            case BezierElement e -> shown(e.box(), Filters.NONE, PathShapes.bezier(e, grid.snap(e.box())));
            case QrElement e -> shown(e.box(), Filters.NONE, QrCodes.draw(e, grid.snap(e.box()), grid));
            case BarcodeElement e -> shown(e.box(), Filters.NONE, barcodes.draw(e, warnings));
            case TableElement e -> shown(e.box(), Filters.NONE, tables.draw(e, warnings));
        };
    }

    private Item text(TextElement text, Consumer<Warning> warnings) {
        TextBlock block = texts.layout(text);
        block.warnings().forEach(warnings);
        Padding padding = text.padding();
        double width = text.box().width() == null
                ? block.width() + padding.left() + padding.right()
                : text.box().widthOrZero();
        double height = text.box().height() == null
                ? block.height() + padding.top() + padding.bottom()
                : text.box().heightOrZero();
        return shown(text.box(), width, height, text.filters(), block.items());
    }

    private Item container(ContainerElement container) {
        PixelGrid.Snapped at = grid.snap(container.box());
        if (container.backdropBlur() == 0) {
            List<Item> items =
                    boxes.box(at, container.fill(), container.border(), container.corners(), container.boxShadow());
            return shown(container.box(), container.filters(), items);
        }
        List<Item> shadows = BoxShapes.outerShadows(at, container.corners(), container.boxShadow());
        List<Item> painted =
                boxes.box(at, container.fill(), container.border(), container.corners(), container.boxShadow());
        // What is behind is made translucent and filtered with the container, so both belong to one group.
        Item glass = new Group(
                painted.subList(shadows.size(), painted.size()),
                turn(
                        container.box(),
                        container.box().widthOrZero(),
                        container.box().heightOrZero()),
                BoxShapes.outline(at, container.corners()),
                container.box().opacity(),
                FilterChain.of(container.filters()),
                container.backdropBlur());
        return shadows.isEmpty()
                ? glass
                : Group.transformed(
                        List.of(shown(container.box(), container.filters(), shadows), glass), new AffineTransform());
    }

    private static Item shown(Box box, Filters filters, List<Item> items) {
        return shown(box, box.widthOrZero(), box.heightOrZero(), filters, items);
    }

    /** Items as their element shows them: filtered, made translucent, turned about the middle of the box. */
    private static Item shown(Box box, double width, double height, Filters filters, List<Item> items) {
        List<Filter> chain = FilterChain.of(filters);
        if (items.size() == 1 && chain.isEmpty() && box.opacity() == 1 && box.rotation() % 360 == 0) {
            return items.get(0);
        }
        return new Group(items, turn(box, width, height), null, box.opacity(), chain, 0);
    }

    private static AffineTransform turn(Box box, double width, double height) {
        return AffineTransform.getRotateInstance(
                Math.toRadians(box.rotation() % 360), box.x() + width / 2, box.y() + height / 2);
    }
}
