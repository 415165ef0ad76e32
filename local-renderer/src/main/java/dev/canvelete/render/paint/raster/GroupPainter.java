package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Filter;
import dev.canvelete.render.scene.Glyphs;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Picture;
import dev.canvelete.render.scene.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Paints groups. A layer is made only where the result would differ without one, and only as large as what is painted,
 * grown by what blurs read around it.
 */
final class GroupPainter {
    private final ItemPainter items;
    private final Workspace workspace;
    private final Backdrops backdrops;

    GroupPainter(ItemPainter items, Workspace workspace, Backdrops backdrops) {
        this.items = items;
        this.workspace = workspace;
        this.backdrops = backdrops;
    }

    void paint(Group group, AffineTransform around, Surface surface) {
        AffineTransform toDevice = new AffineTransform(around);
        toDevice.concatenate(group.transform());
        if (!group.isolated()) {
            items.paint(group.items(), toDevice, surface);
            return;
        }
        Surface inside = surface.within(Area.around(Bounds.of(group), around))
                .weakened((int) Math.rint(255 * Math.max(0, Math.min(1, group.opacity()))));
        if (inside.area().isEmpty() || inside.alpha() == 0) {
            return;
        }
        boolean glass = group.backdropBlur() > 0;
        if (glass && (inside.alpha() < 255 || !group.filters().isEmpty())) {
            layer(group, toDevice, inside, true);
            return;
        }
        if (group.clip() != null) {
            inside = Clip.narrow(inside, group.clip(), toDevice, workspace.rasterizer());
        }
        if (inside.area().isEmpty()) {
            return;
        }
        if (glass) {
            backdrops.blur(group, toDevice, inside.layer(), inside);
        }
        if (group.filters().isEmpty() && direct(group, inside)) {
            items.paint(group.items(), toDevice, inside);
        } else if (group.filters().size() != 1
                || group.items().size() != 1
                || !(group.filters().getFirst() instanceof Filter.Blur blur)
                || !blurred(group.items().getFirst(), Blur.of(blur.deviation(), toDevice, true), toDevice, inside)) {
            layer(group, toDevice, inside, false);
        }
    }

    /** Paints a shape of one colour blurred, by its coverage instead of four channels. False if it is no such shape. */
    private boolean blurred(Item item, Blur blur, AffineTransform toDevice, Surface surface) {
        return switch (item) {
            case Fill(Path2D path, Paint.Solid color) -> {
                blurred(path, color, blur, toDevice, surface);
                yield true;
            }
            case Stroke stroke
            when stroke.paint() instanceof Paint.Solid color -> {
                blurred(Stroker.outline(stroke, toDevice), color, blur, toDevice, surface);
                yield true;
            }
            case Fill any -> false;
            case Stroke any -> false;
            case Glyphs any -> false;
            case Picture any -> false;
            case Group any -> false;
        };
    }

    private void blurred(Path2D path, Paint.Solid color, Blur blur, AffineTransform toDevice, Surface surface) {
        Area area = blur.around(Area.around(path.getBounds2D(), toDevice)).intersect(blur.around(surface.area()));
        if (!area.isEmpty()) {
            Mask mask = Mask.blank(area);
            workspace.rasterizer().fill(path, toDevice, area, mask);
            blur.apply(mask);
            new Brush(surface, Shader.of(color, toDevice), workspace).mask(mask, 0, 0);
        }
    }

    /** Whether painting items one by one onto what is there gives the same as painting them on a layer first. */
    private static boolean direct(Group group, Surface inside) {
        boolean even = inside.clip() == null && inside.alpha() == 255;
        return even
                ? group.items().stream().noneMatch(Item::seesThrough)
                : single(group.items(), inside.alpha() == 255);
    }

    /** Whether items paint no pixel twice; glyphs may overlap a little, which shows only if they are translucent. */
    private static boolean single(List<Item> items, boolean opaque) {
        return items.size() == 1
                && switch (items.getFirst()) {
                    case Fill fill -> true;
                    case Stroke stroke -> true;
                    case Picture picture -> true;
                    case Glyphs glyphs -> opaque;
                    case Group group -> !group.isolated() && single(group.items(), opaque);
                };
    }

    private void layer(Group group, AffineTransform toDevice, Surface surface, boolean glass) {
        boolean thin = group.items().size() == 1 && group.items().getFirst() instanceof Glyphs;
        List<Effect> effects = group.filters().stream()
                .map(filter -> effect(filter, toDevice, thin))
                .toList();
        Area area = surface.area();
        Area content = glass ? backdrops.of(group, toDevice) : Area.around(Bounds.of(group.items()), toDevice);
        for (Effect effect : effects) {
            area = effect.around(area);
            content = effect.around(content);
        }
        area = backdrops.needed(group.items(), toDevice, area.intersect(content));
        if (area.isEmpty()) {
            return;
        }
        Layer layer = workspace.layer(area);
        Surface inside = new Surface(layer, area);
        if (glass) {
            if (group.clip() != null) {
                inside = Clip.narrow(inside, group.clip(), toDevice, workspace.rasterizer());
            }
            backdrops.blur(group, toDevice, surface.layer(), inside);
        }
        items.paint(group.items(), toDevice, inside);
        effects.forEach(effect -> effect.apply(layer));
        new Brush(surface.within(area), new LayerShader(layer), workspace).all();
        workspace.release(layer);
    }

    private static Effect effect(Filter filter, AffineTransform toDevice, boolean thin) {
        return switch (filter) {
            case Filter.Blur blur -> Blur.of(blur.deviation(), toDevice, thin);
            case Filter.ColorMatrix matrix -> new Recoloring(matrix);
        };
    }
}
