package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final Function<PngColor, PngBands> compiler;
    private final Map<Integer, PngBands> compiled = new ConcurrentHashMap<>();

    private PngTemplate(Bitmap base, List<Area> live, int dpi) {
        this.base = base;
        this.live = Area.on(base, live);
        this.dpi = dpi;
        this.bands = Bands.of(base, live);
        this.fixed = fixedTraits(base, this.live);
        this.compiler = color -> PngBands.of(base, color, bands);
    }

    private PngTemplate(PngTemplate narrow, List<Area> reached) {
        this.base = narrow.base;
        List<Area> more = Area.on(base, reached);
        this.live = Stream.concat(narrow.live.stream(), more.stream()).toList();
        this.dpi = narrow.dpi;
        this.bands = narrow.bands.stream().map(band -> band.reachedBy(more)).toList();
        this.fixed = narrow.fixed;
        this.compiler = color -> narrow.bands(color).opened(bands);
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

    /** A template for records that may differ there, too. What they leave alone is not compressed again. */
    public PngTemplate reachedBy(List<Area> areas) {
        return new PngTemplate(this, areas);
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

    /** The rows that records may change, in bands, each as wide as the bitmap. */
    public List<Area> bands() {
        return bands.stream()
                .filter(Bands.Band::live)
                .map(band -> new Area(0, band.from(), base.width(), band.to() - band.from()))
                .toList();
    }

    /**
     * A PNG file of exactly these pixels.
     *
     * @param pixels of the template's size, equal to its base outside of the live rectangles
     * @param scratch for this thread alone, from any template
     */
    public byte[] encode(Bitmap pixels, PngScratch scratch) {
        return encode(pixels, new PngBand[bands().size()], scratch).orElseThrow();
    }

    /**
     * The same where some bands are known; their pixels are not looked at.
     *
     * @param known for each band what {@link #encode(int, Bitmap, PngScratch)} gave for it, or null
     * @return nothing if what is known does not go together with the rest, so that all pixels are needed
     */
    public Optional<byte[]> encode(Bitmap pixels, @Nullable PngBand[] known, PngScratch scratch) {
        checkSize(pixels);
        if (fixed.opaque() && !fixed.grey() && fixed.palette() == null) {
            // Whether all is opaque shows on the way: a colour comes as it is before it comes as a repetition.
            Optional<byte[]> file = encode(pixels, new PngColor.Rgb(), known, scratch);
            if (file.isPresent()) {
                return file;
            }
        }
        return encode(pixels, color(pixels.argb(), known), known, scratch);
    }

    private Optional<byte[]> encode(Bitmap pixels, PngColor color, @Nullable PngBand[] known, PngScratch scratch) {
        for (PngBand band : known) {
            if (band != null && band.color().type() != color.type()) {
                return Optional.empty();
            }
        }
        ByteSink sink = scratch.sink;
        sink.clear();
        PngFile file = new PngFile(sink);
        file.head(pixels.width(), pixels.height(), color, dpi);
        if (!bands(color).write(pixels, color, known, file, scratch)) {
            return Optional.empty();
        }
        file.tail();
        return Optional.of(sink.toBytes());
    }

    /** One band alone; nothing if its colours may have to go into a palette with those of the others. */
    public Optional<PngBand> encode(int band, Bitmap pixels, PngScratch scratch) {
        checkSize(pixels);
        List<Area> areas = areasIn(bands().get(band));
        int[] argb = pixels.argb();
        if (palette(argb, areas) != null) {
            return Optional.empty();
        }
        boolean opaque = opaque(argb, areas);
        boolean grey = grey(argb, areas);
        PngColor color = color(fixed.opaque() && opaque, fixed.grey() && grey);
        scratch.sink.clear();
        int checksum = bands(color).write(band, pixels, color, new PngFile(scratch.sink), scratch);
        return Optional.of(new PngBand(scratch.sink.toBytes(), checksum, color, opaque, grey));
    }

    private void checkSize(Bitmap pixels) {
        if (pixels.width() != base.width() || pixels.height() != base.height()) {
            throw new IllegalArgumentException("the template has " + base.width() + " x " + base.height()
                    + " pixels, the record " + pixels.width() + " x " + pixels.height());
        }
    }

    private PngBands bands(PngColor color) {
        PngBands parts = compiled.get(color.type());
        return parts != null ? parts : compiled.computeIfAbsent(color.type(), type -> compiler.apply(color));
    }

    private List<Area> areasIn(Area band) {
        return live.stream()
                .filter(area -> area.y() >= band.y() && area.y() < band.y() + band.height())
                .toList();
    }

    private PngColor color(int[] argb, @Nullable PngBand[] known) {
        boolean opaque = fixed.opaque();
        boolean grey = fixed.grey();
        List<Area> unknown = live;
        if (Arrays.stream(known).anyMatch(Objects::nonNull)) {
            unknown = new ArrayList<>();
            List<Area> all = bands();
            for (int i = 0; i < known.length; i++) {
                PngBand band = known[i];
                if (band == null) {
                    unknown.addAll(areasIn(all.get(i)));
                } else {
                    opaque &= band.opaque();
                    grey &= band.grey();
                }
            }
        } else {
            // A few colours tell all that the pixels would.
            Palette palette = palette(argb, live);
            if (palette != null) {
                return palette.isGrey() ? new PngColor.Grey(8) : new PngColor.Indexed(palette, 8);
            }
        }
        return color(opaque && opaque(argb, unknown), grey && grey(argb, unknown));
    }

    private static PngColor color(boolean opaque, boolean grey) {
        return opaque && grey ? new PngColor.Grey(8) : opaque ? new PngColor.Rgb() : new PngColor.Rgba();
    }

    private boolean opaque(int[] argb, List<Area> areas) {
        for (Area area : areas) {
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                int from = y * base.width() + area.x();
                if (!ColorTraits.opaque(argb, from, from + area.width())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean grey(int[] argb, List<Area> areas) {
        int differing = 0;
        for (Area area : areas) {
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
    private @Nullable Palette palette(int[] argb, List<Area> areas) {
        Palette own = fixed.palette();
        if (own == null || argb.length < 2 * Palette.MAX) {
            return null;
        }
        Palette palette = own.copy();
        for (Area area : areas) {
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
