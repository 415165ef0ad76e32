package dev.canvelete.render.output;

import dev.canvelete.render.output.Output.Part;
import dev.canvelete.render.output.Regions.Region;
import dev.canvelete.render.paint.raster.RasterPainter;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Item;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A design whose unchanging pixels are painted. A record repaints only the rectangles that its live items reach, over a
 * canvas that holds the base: the live items alone where nothing fixed lies above them, else everything that reaches the
 * rectangle. Afterwards the rectangles are restored, so that a record leaves no trace. Thread-safe.
 */
final class RasterShared implements Output.Shared {
    private final RasterPainter painter;
    private final PixelFormat format;
    private final AffineTransform toDevice;
    private final Bitmap base;
    private final List<PixelArea> expected;
    private final PixelFormat.Shared encoded;
    /** Bands that other records had; null where the format or the design has none. */
    private final @Nullable KnownBands<?> known;

    private final Pool<Bitmap> canvases;
    private final Regions regions;

    RasterShared(RasterPainter painter, OutputSize size, PixelFormat format, List<Part> parts, BandCache bands) {
        this.painter = painter;
        this.format = format;
        this.toDevice = size.toDevice();
        this.base = Bitmap.blank(size.width(), size.height());
        PixelArea canvas = new PixelArea(0, 0, size.width(), size.height());
        List<Item> fixed = new ArrayList<>();
        List<Rectangle2D> live = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Fixed(List<Item> items) -> fixed.addAll(items);
                case Part.Live(Rectangle2D area) -> live.add(area);
            }
        }
        painter.paint(fixed, toDevice, base);
        this.regions = new Regions(parts, new Panes(parts, canvas, this::device), this::device);
        this.expected = reached(live);
        this.encoded = format.share(base, expected);
        this.known = encoded instanceof PixelFormat.Banded<?> banded ? new KnownBands<>(banded, expected, bands) : null;
        this.canvases = new Pool<>(this::copyOfBase);
    }

    private Bitmap copyOfBase() {
        return new Bitmap(base.width(), base.height(), base.argb().clone());
    }

    /** The pixels that something at these coordinates may touch. */
    private PixelArea device(Rectangle2D bounds) {
        if (bounds.getWidth() <= 0 && bounds.getHeight() <= 0) {
            return PixelArea.NONE;
        }
        Rectangle2D at = toDevice.createTransformedShape(bounds).getBounds2D();
        int left = (int) Math.max(0, Math.floor(at.getMinX()) - 1);
        int top = (int) Math.max(0, Math.floor(at.getMinY()) - 1);
        int right = (int) Math.min(base.width(), Math.ceil(at.getMaxX()) + 1);
        int bottom = (int) Math.min(base.height(), Math.ceil(at.getMaxY()) + 1);
        return right > left && bottom > top ? new PixelArea(left, top, right - left, bottom - top) : PixelArea.NONE;
    }

    @Override
    public byte[] write(List<List<Item>> live) {
        return anew(live, reachedBy(live));
    }

    @Override
    public byte[] write(List<List<Item>> live, List<?> sources) {
        List<PixelArea> reached = reachedBy(live);
        if (known != null && reached.stream().allMatch(this::isExpected)) {
            KnownBands.Record<?> bands = known.of(live, sources, reached);
            Optional<byte[]> file =
                    canvases.with(pixels -> painted(live, bands.unknown(reached), pixels, bands::encode));
            if (file.isPresent()) {
                return file.get();
            }
        }
        return anew(live, reached);
    }

    /** The file of a record of which nothing is known. */
    private byte[] anew(List<List<Item>> live, List<PixelArea> reached) {
        boolean asExpected = reached.stream().allMatch(this::isExpected);
        return canvases.with(
                pixels -> painted(live, reached, pixels, asExpected ? encoded::encode : all -> beyond(all, reached)));
    }

    private byte[] beyond(Bitmap pixels, List<PixelArea> reached) {
        return encoded.encodeBeyond(pixels, reached).orElseGet(() -> format.encode(pixels));
    }

    private <R> R painted(List<List<Item>> live, List<PixelArea> reached, Bitmap pixels, Function<Bitmap, R> encoder) {
        List<Region> touched = regions.of(reached);
        try {
            for (Region region : touched) {
                repaint(region, live, pixels);
            }
            return encoder.apply(pixels);
        } finally {
            touched.forEach(region -> restore(region.area(), pixels));
        }
    }

    private List<PixelArea> reachedBy(List<List<Item>> live) {
        return reached(live.stream().map(Bounds::of).toList());
    }

    private List<PixelArea> reached(List<Rectangle2D> live) {
        return regions.seen(live.stream().map(this::device).toList());
    }

    private boolean isExpected(PixelArea rectangle) {
        // Mostly it lies in its own part's area, and nobody has to go through all areas for each of its rows.
        for (PixelArea area : expected) {
            if (rectangle.within(area)) {
                return true;
            }
        }
        for (int y = rectangle.y(); y < rectangle.bottom(); y++) {
            int x = rectangle.x();
            for (boolean moved = true; moved; ) {
                moved = false;
                for (PixelArea area : expected) {
                    if (y >= area.y() && y < area.bottom() && x >= area.x() && x < area.right()) {
                        x = area.right();
                        moved = true;
                    }
                }
            }
            if (x < rectangle.right()) {
                return false;
            }
        }
        return true;
    }

    private void repaint(Region region, List<List<Item>> live, Bitmap pixels) {
        PixelArea area = region.area();
        if (region.covered()) {
            for (int y = area.y(); y < area.bottom(); y++) {
                int from = y * pixels.width() + area.x();
                Arrays.fill(pixels.argb(), from, from + area.width(), 0);
            }
        }
        List<Item> items = regions.items(region, live);
        painter.paint(items, toDevice, pixels, area.x(), area.y(), area.width(), area.height());
    }

    /** The base, and canvases of two workers; the bands that records share have a bound of their own for all designs. */
    @Override
    public long bytes() {
        return 3L * Integer.BYTES * base.argb().length;
    }

    private void restore(PixelArea rectangle, Bitmap pixels) {
        for (int y = rectangle.y(); y < rectangle.bottom(); y++) {
            int from = y * base.width() + rectangle.x();
            System.arraycopy(base.argb(), from, pixels.argb(), from, rectangle.width());
        }
    }
}
