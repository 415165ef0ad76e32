package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.vector.Backdrop;
import dev.canvelete.render.paint.vector.Glass;
import dev.canvelete.render.paint.vector.RasterArea;
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
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Writes items as a content stream. Colours, line widths and caps are set when they change; everything else that an item
 * sets is undone after it, so that pieces of content can be put together in any way.
 */
final class ContentPainter {
    /** In pixels. */
    private static final double INSET = 0.02;

    private final PdfBuffer out;
    private final Page page;
    private final Resources resources;
    private State state;
    private Backdrop backdrop;

    ContentPainter(PdfBuffer out, Page page, Resources resources, State state, Backdrop backdrop) {
        this.out = out;
        this.page = page;
        this.resources = resources;
        this.state = state;
        this.backdrop = backdrop;
    }

    void paint(List<Item> items) {
        for (Item item : VisualOrder.of(items)) {
            paint(item);
            backdrop.items().add(item);
        }
    }

    private void paint(Item item) {
        switch (item) {
            case Fill fill -> fill(fill);
            case Stroke stroke -> stroke(stroke);
            case Glyphs glyphs -> glyphs(glyphs);
            case Picture picture -> picture(picture);
            case Group group -> group(group);
        }
    }

    private void save() {
        out.operator("q");
    }

    private void restore(State before) {
        out.operator("Q");
        state = before;
    }

    private void fill(Fill fill) {
        boolean evenOdd = fill.path().getWindingRule() == Path2D.WIND_EVEN_ODD;
        painted(fill.paint(), fill, false, () -> {
            PathWriter.write(out, fill.path(), state.decimals());
            out.operator(evenOdd ? "f*" : "f");
        });
    }

    private void stroke(Stroke stroke) {
        painted(stroke.paint(), stroke, true, () -> {
            line(stroke.width(), stroke.cap().ordinal());
            boolean dashed = !stroke.dashes().isEmpty();
            if (dashed) {
                dashes(stroke);
            }
            PathWriter.write(out, stroke.path(), state.decimals());
            out.operator("S");
            if (dashed) {
                out.put("[]0").operator("d");
            }
        });
    }

    private void line(double width, int cap) {
        if (width != state.lineWidth) {
            out.number(width, state.decimals() + 1).operator("w");
            state.lineWidth = width;
        }
        if (cap != state.cap) {
            out.integer(cap).operator("J");
            state.cap = cap;
        }
    }

    private void dashes(Stroke stroke) {
        out.put("[");
        double period = 0;
        for (double length : stroke.dashes()) {
            out.number(length, state.decimals());
            period += length;
        }
        double phase = stroke.dashOffset() % period;
        out.put("]")
                .number(phase < 0 ? phase + period : phase, state.decimals())
                .operator("d");
    }

    private void glyphs(Glyphs run) {
        if (run.ids().length == 0 || !(run.size() > 0)) {
            return;
        }
        double thickness = run.typeface().embolden(run.size()) * run.size();
        painted(run.paint(), run, false, () -> {
            EmbeddedFont font = resources.font(run.typeface());
            if (thickness > 0) {
                thicken(run.paint(), thickness);
            }
            new TextWriter(out, run, font.subset(), state).write(font.number());
            if (thickness > 0) {
                out.put("0").operator("Tr");
            }
        });
    }

    private void thicken(Paint paint, double thickness) {
        line(thickness, state.cap);
        colour(paint, true);
        out.put("2").operator("Tr");
    }

    private void picture(Picture picture) {
        if (picture.placement().getDeterminant() == 0) {
            return;
        }
        place(resources.image(picture), picture.shown());
    }

    private void place(int image, AffineTransform placement) {
        AffineTransform matrix = inset(placement);
        matrix.concatenate(new AffineTransform(1, 0, 0, -1, 0, 1));
        State before = state.copy();
        save();
        transparency(state.opacity);
        out.matrix(matrix, state.decimals()).operator("cm");
        out.name(ResourceKind.OBJECT.letter, image).operator("Do");
        restore(before);
    }

    /**
     * Readers widen an image to all pixels that it touches; one that ends where a pixel begins must not touch that, however
     * its place is rounded.
     */
    private static AffineTransform inset(AffineTransform placement) {
        AffineTransform inset = new AffineTransform(placement);
        double width = Math.hypot(placement.getScaleX(), placement.getShearY());
        double height = Math.hypot(placement.getShearX(), placement.getScaleY());
        double dx = Math.min(INSET / width, 0.1);
        double dy = Math.min(INSET / height, 0.1);
        inset.translate(dx, dy);
        inset.scale(1 - 2 * dx, 1 - 2 * dy);
        return inset;
    }

    /** Draws with a paint set, and everything that it needed besides a colour undone afterwards. */
    private void painted(Paint paint, Item item, boolean stroke, Runnable draw) {
        if (paint instanceof Paint.Solid solid) {
            painted(solid, (solid.argb() >>> 24) / 255.0 * state.opacity, stroke, draw);
            return;
        }
        Shading shading = shading(paint);
        double alpha = shading.ramp().alpha();
        if (alpha >= 0) {
            painted(paint, alpha * state.opacity, stroke, draw);
            return;
        }
        State before = state.copy();
        save();
        transparency(state.opacity);
        int mask = resources.mask(paint, shading, Bounds.of(item), state.decimals());
        out.name(ResourceKind.STATE.letter, mask).operator("gs");
        colour(paint, stroke);
        draw.run();
        restore(before);
    }

    private void painted(Paint paint, double alpha, boolean stroke, Runnable draw) {
        if (alpha <= 0) {
            return;
        }
        State before = alpha < 1 ? state.copy() : state;
        if (alpha < 1) {
            save();
            transparency(alpha);
        }
        colour(paint, stroke);
        draw.run();
        if (alpha < 1) {
            restore(before);
        }
    }

    private void transparency(double alpha) {
        if (alpha < 1) {
            int state255 = resources.alpha((int) Math.round(alpha * 255));
            out.name(ResourceKind.STATE.letter, state255).operator("gs");
        }
    }

    private static Shading shading(Paint paint) {
        return switch (paint) {
            case Paint.Linear linear -> Shading.of(linear);
            case Paint.Radial radial -> Shading.of(radial);
            case Paint.Solid solid -> throw new IllegalArgumentException("no gradient: " + solid);
        };
    }

    private void colour(Paint paint, boolean stroke) {
        if (paint instanceof Paint.Solid(int argb)) {
            if (state.sets(argb, stroke)) {
                for (int shift = 16; shift >= 0; shift -= 8) {
                    out.number((argb >> shift & 0xFF) / 255.0, 3);
                }
                out.operator(stroke ? "RG" : "rg");
            }
            return;
        }
        int pattern = resources.pattern(shading(paint), state.toPage, state.decimals());
        out.put("/Pattern").operator(stroke ? "CS" : "cs");
        out.name(ResourceKind.PATTERN.letter, pattern).operator(stroke ? "SCN" : "scn");
        state.forget(stroke);
    }

    private void group(Group group) {
        double scale = Math.abs(group.transform().getDeterminant());
        if (group.opacity() <= 0 || !(scale > 0) || group.items().isEmpty() && group.backdropBlur() <= 0) {
            return;
        }
        if (group.backdropBlur() > 0) {
            throughBackdrop(group);
            return;
        }
        State before = state.copy();
        save();
        if (!group.transform().isIdentity()) {
            state.transform(group.transform());
            out.matrix(group.transform(), before.decimals()).operator("cm");
        }
        if (group.clip() != null) {
            clip(group.clip());
        }
        layer(group);
        restore(before);
    }

    private void clip(Path2D clip) {
        PathWriter.write(out, clip, state.decimals());
        out.put(clip.getWindingRule() == Path2D.WIND_EVEN_ODD ? "W*" : "W").operator(" n");
    }

    private void layer(Group group) {
        if (!Recolor.possible(group.filters())) {
            List<Item> filtered = List.of(Group.filtered(group.items(), group.filters()));
            rasterized(
                    filtered,
                    page.raster(Bounds.of(filtered), state.onPage, deviation(group.filters())),
                    group.opacity());
            invisible(group.items());
            return;
        }
        List<Item> items = Recolor.apply(group.filters(), group.items(), resources.parts());
        if (group.opacity() < 1 && !single(items)) {
            together(items, group.opacity());
            return;
        }
        Backdrop outer = backdrop;
        backdrop = outer.into(group);
        state.opacity *= group.opacity();
        paint(items);
        backdrop = outer;
    }

    /** Writes text that is already drawn as pixels, so that it can be selected and searched. */
    private void invisible(List<Item> items) {
        for (Item item : VisualOrder.of(items)) {
            switch (item) {
                case Glyphs run -> {
                    if (run.ids().length > 0 && run.size() > 0 && !run.text().isEmpty()) {
                        EmbeddedFont font = resources.font(run.typeface());
                        out.put("3").operator("Tr");
                        new TextWriter(out, run, font.subset(), state).write(font.number());
                        out.put("0").operator("Tr");
                    }
                }
                case Group group -> invisible(group);
                case Fill nothingToRead -> {}
                case Stroke nothingToRead -> {}
                case Picture nothingToRead -> {}
            }
        }
    }

    private void invisible(Group group) {
        if (group.opacity() > 0 && group.transform().getDeterminant() != 0) {
            State before = state.copy();
            save();
            state.transform(group.transform());
            out.matrix(group.transform(), before.decimals()).operator("cm");
            invisible(group.items());
            restore(before);
        }
    }

    /** Whether items paint no pixel twice, so that opacity can be that of each. */
    private static boolean single(List<Item> items) {
        return items.size() == 1
                && switch (items.getFirst()) {
                    case Fill fill -> true;
                    case Stroke stroke -> true;
                    case Picture picture -> true;
                    case Glyphs glyphs -> glyphs.typeface().embolden(glyphs.size()) == 0;
                    case Group group -> false;
                };
    }

    /** Paints items as one group, then lays that over the page. */
    private void together(List<Item> items, double opacity) {
        Rectangle2D area = Bounds.of(items);
        PdfBuffer content = new PdfBuffer(512);
        new ContentPainter(content, page, resources, state.inForm(), Backdrop.empty()).paint(items);
        transparency(opacity * state.opacity);
        int form = resources.group(content, area, state.decimals());
        out.name(ResourceKind.OBJECT.letter, form).operator("Do");
    }

    /** Draws what is behind a group, and the group over it, as pixels. */
    private void throughBackdrop(Group group) {
        Glass glass = Glass.of(group, backdrop.all());
        State before = state.copy();
        save();
        Path2D edge = group.edge();
        if (edge != null) {
            clip(new Path2D.Double(edge, group.transform()));
        }
        rasterized(glass.pixels(), page.raster(Bounds.of(group), state.onPage, glass.deviation()), 1);
        restore(before);
        glass.over().ifPresent(this::group);
    }

    /** With which everything is blurred; 0 if a filter may make edges sharp again. */
    private static double deviation(List<Filter> filters) {
        return filters.stream()
                .mapToDouble(filter -> filter instanceof Filter.Blur blur ? blur.deviation() : 0)
                .min()
                .orElse(0);
    }

    private void rasterized(List<Item> items, RasterArea raster, double opacity) {
        if (!raster.area().isEmpty()) {
            state.opacity *= opacity;
            place(resources.image(raster.draw(items, page.rasterizer())), raster.placement());
        }
    }
}
