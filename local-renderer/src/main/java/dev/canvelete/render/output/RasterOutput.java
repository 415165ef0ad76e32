package dev.canvelete.render.output;

import dev.canvelete.render.paint.raster.RasterPainter;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Scene;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Files made of pixels. */
final class RasterOutput implements Output {
    private static final int WHITE = 0xFFFFFFFF;

    private final RasterPainter painter;
    private final OutputSize size;
    private final PixelFormat format;
    private final BandCache bands;

    RasterOutput(RasterPainter painter, OutputSize size, PixelFormat format, BandCache bands) {
        this.painter = painter;
        this.size = size;
        this.format = format;
        this.bands = bands;
    }

    @Override
    public byte[] write(Scene scene) {
        Bitmap pixels = Bitmap.blank(size.width(), size.height());
        painter.paint(grounded(scene.width(), scene.height(), scene.items()), size.toDevice(), pixels);
        return format.encode(pixels);
    }

    @Override
    public Shared share(double width, double height, List<Part> parts) {
        List<Part> all = new ArrayList<>();
        all.add(new Part.Fixed(grounded(width, height, List.of())));
        all.addAll(parts);
        return new RasterShared(painter, size, format, all, bands);
    }

    /** The items, on white where the format has no transparency. */
    private List<Item> grounded(double width, double height, List<Item> items) {
        if (format.transparent()) {
            return items;
        }
        Path2D canvas = new Path2D.Double(new Rectangle2D.Double(0, 0, width, height));
        List<Item> grounded = new ArrayList<>();
        grounded.add(new Fill(canvas, new Paint.Solid(WHITE)));
        grounded.addAll(items);
        return grounded;
    }
}
