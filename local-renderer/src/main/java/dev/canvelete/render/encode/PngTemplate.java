package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A PNG file of which some rectangles are yet to come. Rows that none of them touches are filtered and compressed once,
 * as hard as it goes, into chunks that every file takes over byte for byte; a record compresses the other rows alone.
 *
 * <p>Why the joined stream is right: each band of rows is compressed without reference to another and ends at a byte, so
 * that bands may follow each other freely; the first row below a band that may change is never filtered with the row
 * above it; the checksum of the whole is computed from those of the bands. Thread-safe.
 *
 * <p>A file depends on the template and the record's pixels, never on other records: the colour type is that of the
 * template's own pixels, widened as far as the record's pixels need.
 */
public final class PngTemplate {
    private final Bitmap base;
    private final List<Area> live;
    private final int dpi;
    private final List<Bands.Band> bands;
    private final ColorTraits fixed;
    private final Map<Integer, PngBands> compiled = new ConcurrentHashMap<>();

    private PngTemplate(Bitmap base, List<Area> live, int dpi) {
        this.base = base;
        this.live = live.stream()
                .map(area -> area.on(base))
                .filter(area -> !area.isEmpty())
                .toList();
        this.dpi = dpi;
        this.bands = Bands.of(base, live);
        this.fixed = fixedTraits(base, this.live);
    }

    /**
     * A template of a bitmap.
     *
     * @param base not to be changed afterwards
     * @param live where records' pixels may differ from the base; rectangles may overlap and reach outside
     * @param dpi the resolution that is stated, over 0
     */
    public static PngTemplate of(Bitmap base, List<Area> live, int dpi) {
        return new PngTemplate(base, live, dpi);
    }

    private static ColorTraits fixedTraits(Bitmap base, List<Area> live) {
        ColorTraits traits = new ColorTraits();
        boolean[] touched = new boolean[base.width()];
        for (int y = 0; y < base.height(); y++) {
            Arrays.fill(touched, false);
            for (Area area : live) {
                if (y >= area.y() && y < area.y() + area.height()) {
                    Arrays.fill(touched, area.x(), area.x() + area.width(), true);
                }
            }
            for (int x = 0; x < base.width(); x++) {
                if (!touched[x]) {
                    traits.see(base.argb(), y * base.width() + x, y * base.width() + x + 1);
                }
            }
        }
        return traits;
    }

    /**
     * A PNG file of exactly these pixels.
     *
     * @param pixels of the template's size, equal to its base outside of the live rectangles
     * @param scratch for this thread alone, from any template
     */
    public byte[] encode(Bitmap pixels, PngScratch scratch) {
        if (pixels.width() != base.width() || pixels.height() != base.height()) {
            throw new IllegalArgumentException("the template has " + base.width() + " x " + base.height()
                    + " pixels, the record " + pixels.width() + " x " + pixels.height());
        }
        PngColor color = color(pixels.argb());
        PngBands parts = compiled.get(color.type());
        if (parts == null) {
            parts = compiled.computeIfAbsent(color.type(), type -> PngBands.of(base, color, bands));
        }
        ByteSink sink = scratch.sink;
        sink.clear();
        PngFile file = new PngFile(sink);
        file.head(pixels.width(), pixels.height(), color, dpi);
        parts.write(pixels, color, file, scratch);
        file.tail();
        return sink.toBytes();
    }

    private PngColor color(int[] argb) {
        boolean opaque = fixed.opaque() && opaque(argb);
        if (opaque && fixed.grey() && grey(argb)) {
            return new PngColor.Grey(8);
        }
        Palette palette = palette(argb);
        if (palette != null) {
            return new PngColor.Indexed(palette, 8);
        }
        return opaque ? new PngColor.Rgb() : new PngColor.Rgba();
    }

    private boolean opaque(int[] argb) {
        int all = -1;
        for (Area area : live) {
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                int from = y * base.width() + area.x();
                for (int i = from; i < from + area.width(); i++) {
                    all &= argb[i];
                }
            }
        }
        return all >>> 24 == 0xFF;
    }

    private boolean grey(int[] argb) {
        int differing = 0;
        for (Area area : live) {
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                int from = y * base.width() + area.x();
                for (int i = from; i < from + area.width(); i++) {
                    differing |= argb[i] ^ argb[i] >>> 8;
                }
            }
        }
        return (differing & 0xFFFF) == 0;
    }

    /** The template's own colours and then the record's, or null when they are too many. */
    private @Nullable Palette palette(int[] argb) {
        Palette own = fixed.palette();
        if (own == null || argb.length < 2 * Palette.MAX) {
            return null;
        }
        Palette palette = own.copy();
        for (Area area : live) {
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                int from = y * base.width() + area.x();
                if (!palette.addAll(argb, from, from + area.width())) {
                    return null;
                }
            }
        }
        return palette;
    }
}
