package dev.canvelete.render.resolve.text;

import dev.canvelete.api.design.TextElement;
import dev.canvelete.render.css.Colors;
import dev.canvelete.render.scene.Filter;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Stroke;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What placed lines look like: the shadow, then lines under the letters, the letters, their stroke, lines through them. */
final class TextPainting {
    private final TextElement element;
    private final TextStyle style;
    private final Decorations decorations;

    TextPainting(TextElement element, TextStyle style) {
        this.element = element;
        this.style = style;
        decorations = Decorations.parse(element.decoration());
    }

    List<Item> items(List<PlacedLine> lines) {
        List<Item> items = new ArrayList<>();
        Paint fill = new Paint.Solid(Colors.parse(element.color()));
        TextElement.Shadow shadow = element.shadow();
        if (shadow != null) {
            Paint dark = new Paint.Solid(Colors.parse(shadow.color()));
            items.add(
                    cast(shadow, painted(lines.stream().map(PlacedLine::unread).toList(), dark, null)));
        }
        items.addAll(painted(lines, fill, element.stroke()));
        return items;
    }

    private static Group cast(TextElement.Shadow shadow, List<Item> letters) {
        AffineTransform moved = AffineTransform.getTranslateInstance(shadow.x(), shadow.y());
        List<Filter> blur = shadow.blur() > 0 ? List.of(new Filter.Blur(shadow.blur() / 2)) : List.of();
        return new Group(letters, moved, null, 1, blur, 0);
    }

    /** @param stroke null for letters that are only filled: the shadow of stroked ones too is that of their filling */
    private List<Item> painted(List<PlacedLine> lines, Paint fill, TextElement.@Nullable Stroke stroke) {
        Paint drawn = stroke == null ? fill : new Paint.Solid(Colors.parse(stroke.color()));
        List<Item> items = new ArrayList<>();
        for (PlacedLine line : lines) {
            items.addAll(decorations.below(line, style, drawn));
            for (PlacedRun run : line.runs()) {
                items.add(run.painted(style.size(), fill));
            }
            if (stroke != null) {
                for (PlacedRun run : line.runs()) {
                    items.add(new Stroke(
                            run.outline(style.size()), drawn, stroke.width(), Stroke.Cap.BUTT, List.of(), 0));
                }
            }
            items.addAll(decorations.above(line, style, drawn));
        }
        return items;
    }
}
