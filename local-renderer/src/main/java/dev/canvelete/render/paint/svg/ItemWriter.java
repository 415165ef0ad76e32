package dev.canvelete.render.paint.svg;

import dev.canvelete.render.paint.vector.Backdrop;
import dev.canvelete.render.paint.vector.Glass;
import dev.canvelete.render.paint.vector.RasterArea;
import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Glyphs;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Picture;
import dev.canvelete.render.scene.Stroke;
import dev.canvelete.render.scene.Typeface;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes items as elements. */
final class ItemWriter {
    private static final int OPACITY_DIGITS = 4;

    private final Markup out;
    private final Canvas canvas;
    private AffineTransform onCanvas;
    /** Of a coordinate. */
    private int decimals;

    private Backdrop backdrop;

    ItemWriter(Canvas canvas, Markup out, Backdrop backdrop) {
        this.canvas = canvas;
        this.out = out;
        this.onCanvas = canvas.base();
        this.decimals = canvas.decimals(onCanvas);
        this.backdrop = backdrop;
    }

    /** Writes items that nothing is known to be around. */
    void paint(List<Item> items) {
        for (Item item : items) {
            paint(item);
            out.put("\n");
            backdrop.items().add(item);
        }
    }

    /** Writes items that belong together, runs of text as one. */
    private void paintTogether(List<Item> items) {
        for (int i = 0; i < items.size(); ) {
            int from = i++;
            if (items.get(from) instanceof Glyphs first && isText(first)) {
                List<Glyphs> runs = new ArrayList<>(List.of(first));
                while (i < items.size()
                        && items.get(i) instanceof Glyphs next
                        && isText(next)
                        && TextWriter.goesOn(runs.getLast(), next)) {
                    runs.add(next);
                    i++;
                }
                text(runs);
            } else {
                paint(items.get(from));
            }
            backdrop.items().addAll(items.subList(from, i));
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

    private void fill(Fill fill) {
        path(fill.path());
        paint("fill", fill.paint());
        out.put("/>");
    }

    private void path(Path2D path) {
        out.put("<path");
        PathText.write(out, path, decimals);
        if (path.getWindingRule() == Path2D.WIND_EVEN_ODD) {
            out.attribute("fill-rule", "evenodd");
        }
    }

    private void stroke(Stroke stroke) {
        out.put("<path");
        PathText.write(out, stroke.path(), decimals);
        out.attribute("fill", "none");
        paint("stroke", stroke.paint());
        out.attribute("stroke-width", stroke.width(), decimals + 1);
        if (stroke.cap() != Stroke.Cap.BUTT) {
            out.attribute("stroke-linecap", stroke.cap().name().toLowerCase(Locale.ROOT));
        }
        if (!stroke.dashes().isEmpty()) {
            Markup dashes = new Markup();
            stroke.dashes().forEach(d -> dashes.put(dashes.isEmpty() ? "" : " ").number(d, decimals));
            out.attribute("stroke-dasharray", dashes.plain());
            if (stroke.dashOffset() != 0) {
                out.attribute("stroke-dashoffset", stroke.dashOffset(), decimals);
            }
        }
        out.put("/>");
    }

    private void paint(String attribute, Paint paint) {
        switch (paint) {
            case Paint.Solid(int argb) -> {
                out.attribute(attribute, Colours.hex(argb));
                if (argb >>> 24 < 0xFF) {
                    out.attribute(attribute + "-opacity", Colours.alpha(argb), OPACITY_DIGITS);
                }
            }
            case Paint.Linear linear -> out.reference(attribute, Gradients.linear(linear));
            case Paint.Radial radial -> out.reference(attribute, Gradients.radial(radial));
        }
    }

    private void glyphs(Glyphs run) {
        if (isText(run)) {
            text(List.of(run));
        } else if (run.ids().length > 0) {
            outlines(run);
        }
    }

    private boolean isText(Glyphs run) {
        return !canvas.textAsPaths()
                && run.ids().length > 0
                && run.size() > 0
                && !run.text().isEmpty();
    }

    private void text(List<Glyphs> runs) {
        Glyphs first = runs.getFirst();
        Typeface typeface = first.typeface();
        out.put("<text xml:space=\"preserve\"").attribute("font-size", first.size(), decimals + 1);
        if (typeface.slant() != 0) {
            double baseline = TextWriter.baseline(first);
            AffineTransform lean = new AffineTransform(1, 0, -typeface.slant(), 1, typeface.slant() * baseline, 0);
            out.transform("transform", lean, decimals + 1);
        }
        paint("fill", first.paint());
        thicken(first);
        out.put(">");
        new TextWriter(out, decimals).write(runs);
        out.put("</text>");
    }

    private void thicken(Glyphs run) {
        if (run.typeface().embolden(run.size()) > 0) {
            paint("stroke", run.paint());
            out.attribute("stroke-width", run.typeface().embolden(run.size()) * run.size(), decimals + 1);
        }
    }

    private void outlines(Glyphs run) {
        double scale = run.size() / run.typeface().unitsPerEm();
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < run.ids().length; i++) {
            AffineTransform placed =
                    new AffineTransform(scale, 0, run.typeface().slant() * scale, -scale, run.x()[i], run.y()[i]);
            all.append(run.typeface().outline(run.ids()[i]).getPathIterator(placed), false);
        }
        path(all);
        paint("fill", run.paint());
        thicken(run);
        out.put("/>");
    }

    private void picture(Picture picture) {
        if (picture.placement().getDeterminant() != 0) {
            Picture.Jpeg original = picture.original();
            image(
                    canvas.parts().image(picture),
                    original == null ? picture.bitmap().width() : original.width(),
                    original == null ? picture.bitmap().height() : original.height(),
                    picture.shown());
        }
    }

    private void image(Definition image, int width, int height, AffineTransform placement) {
        AffineTransform matrix = new AffineTransform(placement);
        matrix.scale(1.0 / width, 1.0 / height);
        out.put("<use xlink:href=\"#").id(image).put("\"");
        out.transform("transform", matrix, decimals).put("/>");
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
        Backdrop outer = backdrop;
        AffineTransform around = onCanvas;
        int outside = decimals;
        onCanvas = new AffineTransform(around);
        onCanvas.concatenate(group.transform());
        decimals = canvas.decimals(onCanvas);
        backdrop = outer.into(group);
        boolean plain = !group.isolated() && group.transform().isIdentity();
        if (!plain) {
            begin(group, outside);
        }
        paintTogether(group.items());
        out.put(plain ? "" : "</g>");
        backdrop = outer;
        onCanvas = around;
        decimals = outside;
    }

    private void begin(Group group, int outside) {
        out.put("<g");
        if (!group.transform().isIdentity()) {
            out.transform("transform", group.transform(), outside);
        }
        if (group.clip() != null) {
            out.reference("clip-path", clip(group.clip(), decimals));
        }
        if (!group.filters().isEmpty()) {
            out.reference("filter", Effects.of(group));
        }
        if (group.opacity() < 1) {
            out.attribute("opacity", group.opacity(), OPACITY_DIGITS);
        }
        out.put(">");
    }

    private static Definition clip(Path2D clip, int decimals) {
        Markup rest = new Markup().put("><path");
        PathText.write(rest, clip, decimals);
        if (clip.getWindingRule() == Path2D.WIND_EVEN_ODD) {
            rest.attribute("clip-rule", "evenodd");
        }
        return new Definition("clipPath", rest.put("/></clipPath>").plain());
    }

    /** Draws what is behind a group as pixels, and the group over it. */
    private void throughBackdrop(Group group) {
        Glass glass = Glass.of(group, backdrop.all());
        RasterArea raster = canvas.raster(Bounds.of(group), onCanvas, glass.deviation());
        if (raster.area().isEmpty()) {
            return;
        }
        var bitmap = raster.draw(glass.pixels(), canvas.rasterizer());
        out.put("<g");
        Path2D edge = group.edge();
        if (edge != null) {
            out.reference("clip-path", clip(new Path2D.Double(edge, group.transform()), decimals));
        }
        out.put(">");
        image(Parts.image(bitmap), bitmap.width(), bitmap.height(), raster.placement());
        out.put("</g>");
        glass.over().ifPresent(this::group);
    }
}
