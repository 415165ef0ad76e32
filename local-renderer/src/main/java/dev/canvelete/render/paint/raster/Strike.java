package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Typeface;
import java.awt.geom.AffineTransform;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The masks of one typeface at one size. Thread-safe; reading takes no lock, since masks are immutable and a table is only
 * ever added to, so that a reader sees a mask whole or not at all.
 */
final class Strike {
    /** Origins are told apart to a quarter of a pixel. */
    static final int PLACES = 4;

    /** Glyphs of more pixels are not kept. */
    private static final long LARGEST = 1 << 18;

    /**
     * Coverage is told apart to a sixteenth, as finely as Skia's supersampling does. Nobody sees the difference, and text
     * of few colours takes a third less in a PNG than text of 256 of each.
     */
    private static final int LEVELS = 16;

    /** About what an entry takes in memory beyond its pixels. */
    private static final int OVERHEAD = 100;

    private final Typeface typeface;
    private final double size;
    private final AtomicLong total;
    private volatile @Nullable Entry[] table = new @Nullable Entry[64];
    private int count;
    private long bytes;
    private boolean dropped;

    /** When this was used last, by the cache's count. */
    private volatile long used;

    private record Entry(int code, @Nullable Mask mask) {}

    /** @param total counts the bytes of all strikes */
    Strike(Typeface typeface, double size, AtomicLong total) {
        this.typeface = typeface;
        this.size = size;
        this.total = total;
    }

    long used() {
        return used;
    }

    void use(long when) {
        used = when;
    }

    /**
     * A glyph's coverage about its origin; null if it is too large to be kept.
     *
     * @param place how many quarters of a pixel the origin lies right of a whole one
     */
    @Nullable Mask mask(int glyph, int place, Rasterizer rasterizer) {
        int code = glyph * PLACES + place;
        @Nullable Entry[] entries = table;
        Entry entry = entries[slot(entries, code)];
        return (entry == null ? add(code, rasterizer) : entry).mask();
    }

    private static int slot(@Nullable Entry[] entries, int code) {
        int slot = (code * 0x9E3779B9 >>> 8) & entries.length - 1;
        for (Entry entry = entries[slot]; entry != null && entry.code != code; entry = entries[slot]) {
            slot = slot + 1 & entries.length - 1;
        }
        return slot;
    }

    private synchronized Entry add(int code, Rasterizer rasterizer) {
        Entry known = table[slot(table, code)];
        if (known != null) {
            return known;
        }
        if (count * 2 >= table.length) {
            @Nullable Entry[] larger = new @Nullable Entry[table.length * 2];
            for (Entry entry : table) {
                if (entry != null) {
                    larger[slot(larger, entry.code)] = entry;
                }
            }
            table = larger;
        }
        Entry entry = new Entry(code, paint(code, rasterizer));
        table[slot(table, code)] = entry;
        count++;
        int taken = OVERHEAD + (entry.mask == null ? 0 : entry.mask.coverage().length);
        if (!dropped) {
            bytes += taken;
            total.addAndGet(taken);
        }
        return entry;
    }

    private @Nullable Mask paint(int code, Rasterizer rasterizer) {
        GlyphShape shape = GlyphShape.of(typeface, size, code / PLACES);
        AffineTransform toDevice = AffineTransform.getTranslateInstance((double) (code % PLACES) / PLACES, 0);
        toDevice.concatenate(GlyphShape.toEm(typeface, size));
        Area area = shape.area(toDevice);
        if ((long) area.width() * area.height() > LARGEST) {
            return null;
        }
        Mask mask = Mask.blank(area);
        shape.fill(toDevice, area, rasterizer, mask);
        coarsen(mask.coverage());
        return mask;
    }

    private static void coarsen(byte[] coverage) {
        for (int i = 0; i < coverage.length; i++) {
            int level = ((coverage[i] & 0xFF) * LEVELS + 127) / 255;
            coverage[i] = (byte) (level * 255 / LEVELS);
        }
    }

    /** Counts as nothing from now on, whoever may still use it. */
    synchronized void drop() {
        dropped = true;
        total.addAndGet(-bytes);
        bytes = 0;
    }
}
