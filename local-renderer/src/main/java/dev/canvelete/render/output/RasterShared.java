package dev.canvelete.render.output;

import dev.canvelete.render.output.Output.Part;
import dev.canvelete.render.paint.raster.RasterPainter;
import dev.canvelete.render.scene.Bitmap;
import dev.canvelete.render.scene.Bounds;
import dev.canvelete.render.scene.Group;
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
    /** Whether something fixed blurs what is live below it, so that a change reaches further than it is drawn. */
    private final boolean wholly;

    RasterShared(RasterPainter painter, OutputSize size, PixelFormat format, List<Part> parts) {
        this.painter = painter;
        this.format = format;
        this.toDevice = size.toDevice();
        this.parts = List.copyOf(parts);
        this.base = Bitmap.blank(size.width(), size.height());
        this.canvas = new PixelArea(0, 0, size.width(), size.height());
        List<Item> fixed = new ArrayList<>();
        List<PixelArea> live = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Fixed(List<Item> items) -> fixed.addAll(items);
                case Part.Live(Rectangle2D area) -> live.add(device(area));
            }
        }
        painter.paint(fixed, toDevice, base);
        this.expected = List.copyOf(live);
        this.above = above(parts);
        this.wholly = parts.stream().anyMatch(p -> p instanceof Part.Fixed(List<Item> items) && blursBackdrop(items));
        this.encoded = format.share(base, wholly ? List.of(canvas) : expected);
        this.known =
                encoded instanceof PixelFormat.Banded<?> banded && !wholly ? new KnownBands<>(banded, expected) : null;
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

    private static boolean blursBackdrop(List<Item> items) {
        return items.stream()
                .anyMatch(i -> i instanceof Group group && (group.backdropBlur() > 0 || blursBackdrop(group.items())));
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
        return anew(live, reached(live));
    }

    @Override
    public byte[] write(List<List<Item>> live, List<?> sources) {
        List<PixelArea> reached = reached(live);
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
        boolean asExpected = wholly || reached.stream().allMatch(this::isExpected);
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

    private List<PixelArea> reached(List<List<Item>> live) {
        return live.stream().map(items -> device(Bounds.of(items))).toList();
    }

    /** What live parts reach, areas that overlap merged into one. */
    private List<PixelArea> touched(List<PixelArea> reached) {
        if (wholly) {
            return List.of(canvas);
        }
        List<PixelArea> rectangles = new ArrayList<>();
        for (PixelArea area : reached) {
            PixelArea next = area;
            for (int i = 0; i < rectangles.size() && !next.isEmpty(); i++) {
                if (rectangles.get(i).intersects(next)) {
                    next = next.union(rectangles.remove(i));
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

    private boolean isExpected(PixelArea rectangle) {
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
        List<Item> everything = new ArrayList<>();
        List<Item> liveOnly = new ArrayList<>();
        boolean covered = wholly;
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            switch (parts.get(i)) {
                case Part.Fixed(List<Item> items) -> everything.addAll(items);
                case Part.Live ignored -> {
                    int own = next++;
                    if (reached.get(own).intersects(rectangle)) {
                        everything.addAll(live.get(own));
                        liveOnly.addAll(live.get(own));
                        covered |= above.get(i).stream().anyMatch(rectangle::intersects);
                    }
                }
            }
        }
        if (covered) {
            for (int y = rectangle.y(); y < rectangle.bottom(); y++) {
                int from = y * pixels.width() + rectangle.x();
                Arrays.fill(pixels.argb(), from, from + rectangle.width(), 0);
            }
        }
        painter.paint(
                covered ? everything : liveOnly,
                toDevice,
                pixels,
                rectangle.x(),
                rectangle.y(),
                rectangle.width(),
                rectangle.height());
    }

    /** The base, and canvases of two workers; bands that records share have a bound of their own. */
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
