package dev.canvelete.render.output;

import dev.canvelete.render.output.Output.Part;
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
import java.util.stream.IntStream;
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
    private final List<Part> parts;
    private final Bitmap base;
    private final PixelArea canvas;
    private final List<PixelArea> expected;
    private final PixelFormat.Shared encoded;
    /** Bands that other records had; null where the format or the design has none. */
    private final @Nullable KnownBands<?> known;

    private final Pool<Bitmap> canvases;
    /** Where the fixed items above each part lie, by part; what is live must not be painted over them. */
    private final List<List<PixelArea>> above;

    private final Panes panes;
    /** The part of each live one among all parts. */
    private final int[] partOf;

    RasterShared(RasterPainter painter, OutputSize size, PixelFormat format, List<Part> parts, BandCache bands) {
        this.painter = painter;
        this.format = format;
        this.toDevice = size.toDevice();
        this.parts = List.copyOf(parts);
        this.base = Bitmap.blank(size.width(), size.height());
        this.canvas = new PixelArea(0, 0, size.width(), size.height());
        List<Item> fixed = new ArrayList<>();
        List<Rectangle2D> live = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Fixed(List<Item> items) -> fixed.addAll(items);
                case Part.Live(Rectangle2D area) -> live.add(area);
            }
        }
        painter.paint(fixed, toDevice, base);
        this.panes = new Panes(parts, canvas, this::device);
        this.partOf = IntStream.range(0, parts.size())
                .filter(i -> parts.get(i) instanceof Part.Live)
                .toArray();
        this.expected = reached(live);
        this.above = above(parts);
        this.encoded = format.share(base, expected);
        this.known = encoded instanceof PixelFormat.Banded<?> banded ? new KnownBands<>(banded, expected, bands) : null;
        this.canvases = new Pool<>(this::copyOfBase);
    }

    private Bitmap copyOfBase() {
        return new Bitmap(base.width(), base.height(), base.argb().clone());
    }

    private List<List<PixelArea>> above(List<Part> all) {
        List<List<PixelArea>> result = new ArrayList<>();
        List<PixelArea> seen = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            result.add(0, List.copyOf(seen));
            if (all.get(i) instanceof Part.Fixed(List<Item> items)) {
                items.forEach(item -> seen.add(device(Bounds.of(item))));
            }
        }
        return result;
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
        return canvases.with(pixels -> painted(live, reached, pixels, asExpected ? encoded::encode : format::encode));
    }

    private <R> R painted(List<List<Item>> live, List<PixelArea> reached, Bitmap pixels, Function<Bitmap, R> encoder) {
        List<PixelArea> touched = touched(reached);
        try {
            for (PixelArea rectangle : touched) {
                repaint(rectangle, live, reached, pixels);
            }
            return encoder.apply(pixels);
        } finally {
            touched.forEach(rectangle -> restore(rectangle, pixels));
        }
    }

    private List<PixelArea> reachedBy(List<List<Item>> live) {
        return reached(live.stream().map(Bounds::of).toList());
    }

    /** The pixels that each live part changes when it lies there. */
    private List<PixelArea> reached(List<Rectangle2D> live) {
        return IntStream.range(0, partOf.length)
                .mapToObj(i -> panes.seen(partOf[i], device(live.get(i))))
                .toList();
    }

    /** What must be painted for what live parts reach, areas that overlap merged into one. */
    private List<PixelArea> touched(List<PixelArea> reached) {
        List<PixelArea> rectangles = new ArrayList<>();
        for (PixelArea area : reached) {
            PixelArea next = paintable(area, reached);
            for (int i = 0; i < rectangles.size() && !next.isEmpty(); i++) {
                if (rectangles.get(i).intersects(next)) {
                    next = paintable(next.union(rectangles.remove(i)), reached);
                    // The larger one may reach others that were passed by.
                    i = -1;
                }
            }
            if (!next.isEmpty()) {
                rectangles.add(next);
            }
        }
        return rectangles;
    }

    private PixelArea paintable(PixelArea rectangle, List<PixelArea> reached) {
        return isCovered(rectangle, reached) ? panes.whole(rectangle) : rectangle;
    }

    /** Whether something fixed lies above something live in a rectangle, so that all of it must be painted again. */
    private boolean isCovered(PixelArea rectangle, List<PixelArea> reached) {
        for (int i = 0; i < partOf.length; i++) {
            if (reached.get(i).intersects(rectangle)
                    && above.get(partOf[i]).stream().anyMatch(rectangle::intersects)) {
                return true;
            }
        }
        return false;
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

    private void repaint(PixelArea rectangle, List<List<Item>> live, List<PixelArea> reached, Bitmap pixels) {
        boolean covered = isCovered(rectangle, reached);
        List<Item> items = new ArrayList<>();
        int next = 0;
        for (Part part : parts) {
            switch (part) {
                case Part.Fixed(List<Item> fixed) -> items.addAll(covered ? fixed : List.of());
                case Part.Live ignored -> {
                    int own = next++;
                    items.addAll(reached.get(own).intersects(rectangle) ? live.get(own) : List.of());
                }
            }
        }
        if (covered) {
            for (int y = rectangle.y(); y < rectangle.bottom(); y++) {
                int from = y * pixels.width() + rectangle.x();
                Arrays.fill(pixels.argb(), from, from + rectangle.width(), 0);
            }
        }
        painter.paint(items, toDevice, pixels, rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height());
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
