package dev.canvelete.render.scene;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items painted together: the blurred backdrop and then the items on a layer of their own, filtered, clipped, and laid
 * over what is there. With a backdrop the clip comes before the filters, so that what these spread is seen outside it.
 * A group without opacity, filters, clip and backdrop blur only transforms.
 *
 * @param transform from the group's coordinates, in which items and clip are, to those around it
 * @param clip what is outside it is not painted; edges are antialiased
 * @param opacity 0..1
 * @param filters in the order in which they are applied
 * @param backdropBlur standard deviation in pixels with which whatever is already painted inside the clip is blurred
 */
public record Group(
        List<Item> items,
        AffineTransform transform,
        @Nullable Path2D clip,
        double opacity,
        List<Filter> filters,
        double backdropBlur)
        implements Item {
    public Group {
        items = List.copyOf(items);
        filters = List.copyOf(filters);
    }

    /** Items inside a clip. */
    public static Group clipped(List<Item> items, Path2D clip) {
        return new Group(items, new AffineTransform(), clip, 1, List.of(), 0);
    }

    /** Items with filters. */
    public static Group filtered(List<Item> items, List<Filter> filters) {
        return new Group(items, new AffineTransform(), null, 1, filters, 0);
    }

    /** Items moved, turned or scaled. */
    public static Group transformed(List<Item> items, AffineTransform transform) {
        return new Group(items, transform, null, 1, List.of(), 0);
    }

    /** Whether the items must be painted on a layer of their own. */
    public boolean isolated() {
        return opacity < 1 || !filters.isEmpty() || clip != null || backdropBlur > 0;
    }

    @Override
    public boolean seesThrough() {
        return backdropBlur > 0 || items.stream().anyMatch(Item::seesThrough);
    }

    /** The path outside which the group paints nothing; null if there is none, or if a filter spreads what is inside it. */
    public @Nullable Path2D edge() {
        boolean spread = backdropBlur > 0 && filters.stream().anyMatch(Filter.Blur.class::isInstance);
        return spread ? null : clip;
    }
}
