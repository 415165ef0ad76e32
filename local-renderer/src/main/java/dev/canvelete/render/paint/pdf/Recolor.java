package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.encode.JpegEncoder;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Filter;
import dev.canvelete.render.scene.Filter.ColorMatrix;
import dev.canvelete.render.scene.Glyphs;
import dev.canvelete.render.scene.Group;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Picture;
import dev.canvelete.render.scene.Stroke;
import java.util.List;

/**
 * Applies colour matrices to the colours of items instead of to their pixels. That gives the same picture when they
 * leave alpha alone, for then they change a mixture of colours just as they change what was mixed.
 */
final class Recolor {
    /** Of a photo that came as a JPG: what is lost is not seen, and without loss it would be five times as large. */
    private static final int QUALITY = 95;

    private static final int DPI = 72;

    private final List<Filter> filters;
    private final double[][] matrices;
    private final PartCache parts;

    private Recolor(List<Filter> filters, PartCache parts) {
        this.filters = filters;
        this.matrices = filters.stream()
                .filter(ColorMatrix.class::isInstance)
                .map(filter -> ((ColorMatrix) filter)
                        .factors().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        this.parts = parts;
    }

    /** Whether filters can be applied to colours. */
    static boolean possible(List<Filter> filters) {
        return filters.stream()
                .allMatch(filter -> filter instanceof ColorMatrix matrix && keepsAlpha(matrix.factors()));
    }

    private static boolean keepsAlpha(List<Double> factors) {
        return factors.subList(15, 20).equals(List.of(0.0, 0.0, 0.0, 1.0, 0.0))
                && factors.get(3) == 0
                && factors.get(8) == 0
                && factors.get(13) == 0;
    }

    /** @param parts keeps the pictures, since records of a batch often show the same */
    static List<Item> apply(List<Filter> filters, List<Item> items, PartCache parts) {
        if (filters.isEmpty()) {
            return items;
        }
        Recolor recolor = new Recolor(filters, parts);
        return items.stream().map(recolor::item).toList();
    }

    private Item item(Item item) {
        return switch (item) {
            case Fill fill -> new Fill(fill.path(), paint(fill.paint()));
            case Stroke s -> new Stroke(s.path(), paint(s.paint()), s.width(), s.cap(), s.dashes(), s.dashOffset());
            case Glyphs g ->
                new Glyphs(g.typeface(), g.size(), g.ids(), g.x(), g.y(), paint(g.paint()), g.text(), g.clusters());
            case Picture picture -> parts.recoloured(picture, filters, this::picture);
            case Group g ->
                new Group(
                        g.items().stream().map(this::item).toList(),
                        g.transform(),
                        g.clip(),
                        g.opacity(),
                        g.filters(),
                        g.backdropBlur());
        };
    }

    private Paint paint(Paint paint) {
        return switch (paint) {
            case Paint.Solid solid -> new Paint.Solid(colour(solid.argb()));
            case Paint.Linear p -> new Paint.Linear(p.x0(), p.y0(), p.x1(), p.y1(), stops(p.stops()));
            case Paint.Radial p -> new Paint.Radial(p.cx(), p.cy(), p.rx(), p.ry(), stops(p.stops()));
        };
    }

    private List<Paint.Stop> stops(List<Paint.Stop> stops) {
        return stops.stream()
                .map(stop -> new Paint.Stop(stop.offset(), colour(stop.argb())))
                .toList();
    }

    private Picture picture(Picture picture) {
        Bitmap changed = bitmap(picture.bitmap());
        Picture.Jpeg jpeg = picture.original() == null
                ? null
                : new Picture.Jpeg(JpegEncoder.encode(changed, QUALITY, DPI), changed.width(), changed.height(), 3);
        return new Picture(changed, picture.placement(), jpeg);
    }

    private Bitmap bitmap(Bitmap bitmap) {
        int[] changed = bitmap.argb().clone();
        for (int i = 0; i < changed.length; i++) {
            int pixel = changed[i];
            changed[i] = pixel >>> 24 == 0xFF
                    ? colour(pixel)
                    : premultiplied(pixel & 0xFF000000 | colour(EncodedImage.straight(pixel)));
        }
        return new Bitmap(bitmap.width(), bitmap.height(), changed);
    }

    private static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        int pixel = alpha << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            pixel |= ((argb >> shift & 0xFF) * alpha + 127) / 255 << shift;
        }
        return pixel;
    }

    private int colour(int argb) {
        int changed = argb;
        for (double[] matrix : matrices) {
            changed = colour(changed, matrix);
        }
        return changed;
    }

    private static int colour(int argb, double[] factors) {
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        int changed = argb & 0xFF000000;
        for (int row = 0; row < 3; row++) {
            double value = factors[row * 5] * red
                    + factors[row * 5 + 1] * green
                    + factors[row * 5 + 2] * blue
                    + factors[row * 5 + 4] * 255;
            changed |= Math.clamp(Math.round(value), 0, 255) << 16 - row * 8;
        }
        return changed;
    }
}
