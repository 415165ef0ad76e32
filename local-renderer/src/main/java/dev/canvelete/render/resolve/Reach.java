package dev.canvelete.render.resolve;

import dev.canvelete.api.design.BarcodeElement;
import dev.canvelete.api.design.BezierElement;
import dev.canvelete.api.design.ContainerElement;
import dev.canvelete.api.design.Element;
import dev.canvelete.api.design.EllipseElement;
import dev.canvelete.api.design.Filters;
import dev.canvelete.api.design.ImageElement;
import dev.canvelete.api.design.LineElement;
import dev.canvelete.api.design.Outline;
import dev.canvelete.api.design.PolygonElement;
import dev.canvelete.api.design.QrElement;
import dev.canvelete.api.design.RectangleElement;
import dev.canvelete.api.design.StarElement;
import dev.canvelete.api.design.SvgElement;
import dev.canvelete.api.design.TableElement;
import dev.canvelete.api.design.TextElement;
import dev.canvelete.render.css.Shadow;
import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Stroke;
import org.jspecify.annotations.Nullable;

/** How far beyond its box an element will probably be painted, on any side, in CSS pixels. */
public final class Reach {
    /** Edges that are not snapped to pixels. */
    private static final double EDGE = 1;

    /** Accents and descenders, in font sizes. */
    private static final double LETTERS = 0.3;

    private Reach() {}

    /** The reach of an element, whose fields may turn out to be malformed. */
    public static double of(Element element) {
        return switch (element) {
            case RectangleElement e -> filtered(shadows(e.boxShadow()), e.filters());
            case ContainerElement e -> filtered(shadows(e.boxShadow()), e.filters());
            case ImageElement e -> filtered(shadows(e.boxShadow()), e.filters());
            case EllipseElement e -> filtered(EDGE, e.filters());
            case TextElement e -> filtered(letters(e), e.filters());
            case PolygonElement e -> filtered(outline(e.outline()), e.filters());
            case StarElement e -> filtered(outline(e.outline()), e.filters());
            case BezierElement e -> outline(e.outline());
            case LineElement e -> outline(e.outline());
            case SvgElement e -> outline(e.outline());
            case BarcodeElement e -> EDGE;
            case QrElement e -> EDGE;
            case TableElement e -> EDGE;
        };
    }

    private static double filtered(double reach, Filters filters) {
        return reach + Bounds.BLUR_REACH * filters.blur();
    }

    private static double shadows(@Nullable String css) {
        try {
            return Shadow.parse(css).stream()
                            .filter(shadow -> !shadow.inset())
                            .mapToDouble(shadow -> cast(shadow.x(), shadow.y(), shadow.blur()) + shadow.spread())
                            .reduce(0, Math::max)
                    + EDGE;
        } catch (IllegalArgumentException e) {
            return EDGE;
        }
    }

    private static double letters(TextElement text) {
        TextElement.Shadow shadow = text.shadow();
        TextElement.Stroke stroke = text.stroke();
        return text.font().size() * LETTERS
                + (shadow == null ? 0 : cast(shadow.x(), shadow.y(), shadow.blur()))
                + (stroke == null ? 0 : stroked(stroke.width()));
    }

    /** @param blur twice the standard deviation */
    private static double cast(double x, double y, double blur) {
        return Math.max(Math.abs(x), Math.abs(y)) + Bounds.BLUR_REACH * blur / 2;
    }

    private static double outline(Outline outline) {
        return EDGE + (outline.color() == null ? 0 : stroked(outline.width()));
    }

    private static double stroked(double width) {
        return width * Stroke.MITER_LIMIT / 2;
    }
}
