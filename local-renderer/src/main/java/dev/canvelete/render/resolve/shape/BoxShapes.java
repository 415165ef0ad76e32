package dev.canvelete.render.resolve.shape;

import dev.canvelete.api.design.Border;
import dev.canvelete.api.design.Corners;
import dev.canvelete.render.css.Background;
import dev.canvelete.render.css.Colors;
import dev.canvelete.render.css.FieldException;
import dev.canvelete.render.css.Shadow;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Filter;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSS boxes: outer shadows, background, inner shadows, border, in that order. */
public final class BoxShapes {
    private final PixelGrid grid;

    public BoxShapes(PixelGrid grid) {
        this.grid = grid;
    }

    /** What a rectangle and a container look like. */
    public List<Item> box(
            PixelGrid.Snapped at, @Nullable String fill, Border border, Corners corners, @Nullable String shadow) {
        PixelGrid.Snapped held = holding(at, border);
        return painted(RoundedBox.of(held.x(), held.y(), held.width(), held.height(), corners), fill, border, shadow);
    }

    /** What a circle looks like. */
    public List<Item> ellipse(PixelGrid.Snapped at, @Nullable String fill, Border border) {
        PixelGrid.Snapped held = holding(at, border);
        return painted(RoundedBox.ellipse(held.x(), held.y(), held.width(), held.height()), fill, border, null);
    }

    /** A box is never smaller than its own borders. */
    private PixelGrid.Snapped holding(PixelGrid.Snapped at, Border border) {
        double borders = visible(border) ? 2 * grid.thickness(border.width()) : 0;
        return new PixelGrid.Snapped(at.x(), at.y(), Math.max(at.width(), borders), Math.max(at.height(), borders));
    }

    /** The outline of a box with corners, for clipping. */
    public static Path2D outline(PixelGrid.Snapped at, Corners corners) {
        return box(at, corners).path();
    }

    /** The outer shadows of a box with corners. */
    public static List<Item> outerShadows(PixelGrid.Snapped at, Corners corners, @Nullable String shadow) {
        return outerShadows(box(at, corners), shadows(shadow));
    }

    /** All shadows of a box with corners and without a border; they lie under what the box holds. */
    public static List<Item> shadows(PixelGrid.Snapped at, Corners corners, @Nullable String shadow) {
        RoundedBox box = box(at, corners);
        List<Shadow> shadows = shadows(shadow);
        List<Item> items = new ArrayList<>(outerShadows(box, shadows));
        items.addAll(innerShadows(box, shadows));
        return items;
    }

    private static RoundedBox box(PixelGrid.Snapped at, Corners corners) {
        return RoundedBox.of(at.x(), at.y(), at.width(), at.height(), corners);
    }

    private List<Item> painted(RoundedBox box, @Nullable String fill, Border border, @Nullable String shadow) {
        List<Shadow> shadows = shadows(shadow);
        List<Item> items = new ArrayList<>(outerShadows(box, shadows));
        String stroke = visible(border) ? border.color() : null;
        int color = stroke == null ? 0 : FieldException.reading("stroke", () -> Colors.parse(stroke));
        double thickness = stroke == null ? 0 : grid.thickness(border.width());
        if (!box.isEmpty()) {
            // Under an opaque border the background ends half way, or its colour would show at the border's outer edge.
            boolean hidden = color >>> 24 == 0xFF && border.style() == Border.Style.SOLID && !box.sharp();
            RoundedBox filled = hidden ? box.inset(thickness / 2) : box;
            FieldException.reading("fill", () -> Background.paint(fill, box.x(), box.y(), box.width(), box.height()))
                    .ifPresent(paint -> items.add(new Fill(filled.path(), paint)));
        }
        items.addAll(innerShadows(box.inset(thickness), shadows));
        if (thickness > 0 && color >>> 24 != 0) {
            items.addAll(Borders.of(box, thickness, border.style(), new Paint.Solid(color), grid));
        }
        return items;
    }

    private static List<Shadow> shadows(@Nullable String shadow) {
        return FieldException.reading("boxShadow", () -> Shadow.parse(shadow));
    }

    private static boolean visible(Border border) {
        return border.color() != null
                && !border.color().isBlank()
                && !border.color().strip().equalsIgnoreCase("none")
                && border.width() > 0
                && border.style() != Border.Style.NONE;
    }

    private static List<Item> outerShadows(RoundedBox box, List<Shadow> shadows) {
        List<Item> items = new ArrayList<>();
        for (int i = shadows.size() - 1; i >= 0; i--) {
            Shadow shadow = shadows.get(i);
            RoundedBox cast = box.spread(shadow.spread()).moved(shadow.x(), shadow.y());
            if (shadow.inset() || cast.isEmpty() || shadow.argb() >>> 24 == 0) {
                continue;
            }
            // A shadow is never seen through its box, so it is painted only outside it.
            Path2D outside = reaching(cast, shadow.blur(), box).ring(box);
            items.add(blurred(new Fill(cast.path(), new Paint.Solid(shadow.argb())), outside, shadow.blur()));
        }
        return items;
    }

    private static List<Item> innerShadows(RoundedBox inside, List<Shadow> shadows) {
        List<Item> items = new ArrayList<>();
        for (int i = shadows.size() - 1; i >= 0; i--) {
            Shadow shadow = shadows.get(i);
            if (!shadow.inset() || inside.isEmpty() || shadow.argb() >>> 24 == 0) {
                continue;
            }
            RoundedBox hole = shadow.spread() >= 0
                    ? inside.inset(shadow.spread()).moved(shadow.x(), shadow.y())
                    : inside.spread(-shadow.spread()).moved(shadow.x(), shadow.y());
            Path2D cast = reaching(inside, shadow.blur() + Math.abs(shadow.x()) + Math.abs(shadow.y()), inside)
                    .ring(hole);
            items.add(blurred(new Fill(cast, new Paint.Solid(shadow.argb())), inside.path(), shadow.blur()));
        }
        return items;
    }

    /** A sharp box around both boxes and everything that a blur spreads. */
    private static RoundedBox reaching(RoundedBox cast, double blur, RoundedBox box) {
        double margin = 2 * blur + 2;
        double left = Math.min(cast.x(), box.x()) - margin;
        double top = Math.min(cast.y(), box.y()) - margin;
        double right = Math.max(cast.x() + cast.width(), box.x() + box.width()) + margin;
        double bottom = Math.max(cast.y() + cast.height(), box.y() + box.height()) + margin;
        return new RoundedBox(left, top, right - left, bottom - top, new double[8]);
    }

    private static Item blurred(Item item, Path2D clip, double blur) {
        List<Filter> filters = blur > 0 ? List.of(new Filter.Blur(blur / 2)) : List.of();
        return new Group(List.of(item), new AffineTransform(), clip, 1, filters, 0);
    }
}
