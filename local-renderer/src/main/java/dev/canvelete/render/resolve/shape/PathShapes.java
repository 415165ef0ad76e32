package dev.canvelete.render.resolve.shape;

import dev.canvelete.api.design.BezierElement;
import dev.canvelete.api.design.LineElement;
import dev.canvelete.api.design.Outline;
import dev.canvelete.api.design.PathData;
import dev.canvelete.api.design.Point;
import dev.canvelete.api.design.PolygonElement;
import dev.canvelete.api.design.StarElement;
import dev.canvelete.render.css.Background;
import dev.canvelete.render.css.Colors;
import dev.canvelete.render.css.FieldException;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drawn paths: filled first, then stroked. */
public final class PathShapes {
    private PathShapes() {}

    public static List<Item> line(LineElement line, PixelGrid.Snapped at) {
        List<Point> points = Objects.requireNonNullElse(
                line.points(), List.of(new Point(0, at.height() / 2), new Point(at.width(), at.height() / 2)));
        return painted(Paths.polyline(points, false), at, null, line.outline());
    }

    public static List<Item> polygon(PolygonElement polygon, PixelGrid.Snapped at) {
        Path2D path = polygon.path() != null
                ? Paths.drawn(polygon.path(), at.width(), at.height())
                : polygon.points() != null
                        ? Paths.polyline(polygon.points(), true)
                        : Paths.regular(polygon.sides(), at.width(), at.height());
        return painted(path, at, polygon.fill(), polygon.outline());
    }

    public static List<Item> star(StarElement star, PixelGrid.Snapped at) {
        Path2D path = Paths.star(star.points(), star.innerRadius(), at.width(), at.height());
        return painted(path, at, star.fill(), star.outline());
    }

    public static List<Item> bezier(BezierElement bezier, PixelGrid.Snapped at) {
        Path2D path = bezier.path() != null
                ? Paths.drawn(bezier.path(), at.width(), at.height())
                : Paths.curve(Objects.requireNonNullElse(bezier.points(), List.of()));
        return painted(path, at, bezier.fill(), bezier.outline());
    }

    /** A path of an {@code svg} element. */
    public static List<Item> drawn(PathData data, PixelGrid.Snapped at, @Nullable String fill, Outline outline) {
        return painted(Paths.drawn(data, at.width(), at.height()), at, fill, outline);
    }

    /** A path in the coordinates of its box, filled and then stroked. */
    static List<Item> painted(Path2D inBox, PixelGrid.Snapped at, @Nullable String fill, Outline outline) {
        Path2D path = new Path2D.Double(inBox, AffineTransform.getTranslateInstance(at.x(), at.y()));
        List<Item> items = new ArrayList<>();
        FieldException.reading("fill", () -> Background.paint(fill, at.x(), at.y(), at.width(), at.height()))
                .ifPresent(paint -> items.add(new Fill(path, paint)));
        String color = outline.color();
        if (color != null && outline.width() > 0) {
            int argb = FieldException.reading("stroke", () -> Colors.parse(color));
            if (argb >>> 24 != 0) {
                items.add(new Stroke(
                        path, new Paint.Solid(argb), outline.width(), cap(outline.cap()), dashes(outline.dash()), 0));
            }
        }
        return items;
    }

    private static Stroke.Cap cap(Outline.Cap cap) {
        return switch (cap) {
            case BUTT -> Stroke.Cap.BUTT;
            case ROUND -> Stroke.Cap.ROUND;
            case SQUARE -> Stroke.Cap.SQUARE;
        };
    }

    /** As {@code stroke-dasharray}: an odd list counts twice, a negative or zero pattern is no pattern. */
    private static List<Double> dashes(@Nullable String dash) {
        if (dash == null || dash.isBlank() || dash.strip().equals("none")) {
            return List.of();
        }
        double[] lengths = FieldException.reading("lineDash", () -> Paths.numbers(dash));
        if (Arrays.stream(lengths).anyMatch(l -> !(l >= 0))
                || !(Arrays.stream(lengths).sum() > 0)) {
            return List.of();
        }
        List<Double> dashes = new ArrayList<>(Arrays.stream(lengths).boxed().toList());
        if (dashes.size() % 2 == 1) {
            dashes.addAll(List.copyOf(dashes));
        }
        return dashes;
    }
}
