package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG file of which some rectangles are yet to come. Rows of squares that none of them touches are encoded once and
 * taken over byte for byte, as a restart marker ends each row; in the others, the bits of squares like the base's own
 * are. A file has exactly the bytes that {@link JpegEncoder} gives for the same pixels. Thread-safe.
 */
public final class JpegTemplate {
    private static final int SIDE = JpegBlocks.SIDE;

    private final Bitmap base;
    private final int quality;
    /** How many squares a row has. */
    private final int squares;
    /** How many rows of squares there are. */
    private final int rows;

    private final List<Part> parts = new ArrayList<>();
    private final List<Area> bands;

    /** A piece of the file; together they are all of it. */
    private sealed interface Part {}

    /** What never changes. */
    @SuppressWarnings("ArrayRecordComponent") // Copied into files, never compared.
    private record Finished(byte[] bytes) implements Part {}

    /** Rows that records may change, as the base has them. */
    private record Band(int index, int firstRow, List<JpegRow> rows) implements Part {}

    private JpegTemplate(Bitmap base, List<Area> live, int quality, int dpi) {
        this.base = base;
        this.quality = quality;
        squares = (base.width() + SIDE - 1) / SIDE;
        rows = (base.height() + SIDE - 1) / SIDE;
        bands = bands(Area.on(base, live));
        JpegScratch scratch = new JpegScratch();
        JpegFile.head(base.width(), base.height(), quality, dpi, scratch.sink);
        int row = 0;
        for (int i = 0; i < bands.size(); i++) {
            Area band = bands.get(i);
            parts.add(finished(row, band.y() / SIDE, scratch));
            row = band.y() / SIDE;
            List<JpegRow> own = new ArrayList<>();
            for (; row * SIDE < band.y() + band.height(); row++) {
                blocks(base, row, 0, squares, scratch);
                own.add(new JpegRow(scratch.coefficients, squares));
            }
            parts.add(new Band(i, band.y() / SIDE, List.copyOf(own)));
        }
        parts.add(finished(row, rows, scratch));
    }

    /**
     * A template of a bitmap.
     *
     * @param base not to be changed afterwards
     * @param live where records' pixels may differ from the base; rectangles may overlap and reach outside
     * @param quality 1..100
     * @param dpi the resolution that is stated, 1..65535
     * @throws IllegalArgumentException when the bitmap has more than 65535 pixels in a row or column
     */
    public static JpegTemplate of(Bitmap base, List<Area> live, int quality, int dpi) {
        return new JpegTemplate(base, live, quality, dpi);
    }

    /** Rows that are touched, parted wherever no rectangle goes on. */
    private List<Area> bands(List<Area> live) {
        List<Area> found = new ArrayList<>();
        for (int row = 0; row < rows; ) {
            int end = row;
            while (end < rows && touched(live, end) && (end == row || crossed(live, end * SIDE))) {
                end++;
            }
            if (end > row) {
                int bottom = Math.min(end * SIDE, base.height());
                found.add(new Area(0, row * SIDE, base.width(), bottom - row * SIDE));
            }
            row = Math.max(end, row + 1);
        }
        return List.copyOf(found);
    }

    private static boolean touched(List<Area> live, int row) {
        return live.stream().anyMatch(area -> area.hasRows(row * SIDE, (row + 1) * SIDE));
    }

    private static boolean crossed(List<Area> live, int border) {
        return live.stream().anyMatch(area -> area.y() < border && area.y() + area.height() > border);
    }

    /** What the sink holds, followed by some rows of the base. */
    private Finished finished(int from, int to, JpegScratch scratch) {
        for (int row = from; row < to; row++) {
            blocks(base, row, 0, squares, scratch);
            scratch.scan.squares(scratch.coefficients, squares);
            end(row, scratch);
        }
        byte[] bytes = scratch.sink.toBytes();
        scratch.sink.clear();
        return new Finished(bytes);
    }

    private void blocks(Bitmap pixels, int row, int first, int count, JpegScratch scratch) {
        scratch.blocks(quality).squares(pixels, first * SIDE, row * SIDE, count, scratch.coefficients);
    }

    private void end(int row, JpegScratch scratch) {
        scratch.scan.end();
        JpegFile.after(row, rows, scratch.sink);
    }

    /** The rows that records may change, in bands of whole squares, each as wide as the bitmap. */
    public List<Area> bands() {
        return bands;
    }

    /**
     * A JPEG file of these pixels, laid over white.
     *
     * @param pixels of the template's size, equal to its base outside of the live rectangles
     * @param scratch for this thread alone, from any template
     */
    public byte[] encode(Bitmap pixels, JpegScratch scratch) {
        return encode(pixels, new byte[bands.size()][], scratch);
    }

    /**
     * The same where some bands are known; their pixels are not looked at.
     *
     * @param known for each band what {@link #encode(int, Bitmap, JpegScratch)} gave for it, or null
     */
    public byte[] encode(Bitmap pixels, byte[] @Nullable [] known, JpegScratch scratch) {
        checkSize(pixels);
        ByteSink sink = scratch.sink;
        sink.clear();
        for (Part part : parts) {
            switch (part) {
                case Finished finished -> sink.all(finished.bytes);
                case Band band -> {
                    byte[] ready = known[band.index];
                    if (ready == null) {
                        encode(band, pixels, scratch);
                    } else {
                        sink.all(ready);
                    }
                }
            }
        }
        return sink.toBytes();
    }

    /** One band alone. */
    public byte[] encode(int band, Bitmap pixels, JpegScratch scratch) {
        checkSize(pixels);
        scratch.sink.clear();
        encode((Band) parts.get(2 * band + 1), pixels, scratch);
        return scratch.sink.toBytes();
    }

    private void checkSize(Bitmap pixels) {
        if (pixels.width() != base.width() || pixels.height() != base.height()) {
            throw new IllegalArgumentException("the template has " + base.width() + " x " + base.height()
                    + " pixels, the record " + pixels.width() + " x " + pixels.height());
        }
    }

    private void encode(Band band, Bitmap pixels, JpegScratch scratch) {
        for (int i = 0; i < band.rows.size(); i++) {
            encode(band.rows.get(i), band.firstRow + i, pixels, scratch);
        }
    }

    private void encode(JpegRow own, int row, Bitmap pixels, JpegScratch scratch) {
        boolean[] changed = changed(row * SIDE, pixels, scratch);
        for (int i = 0; i < squares; ) {
            int end = i + 1;
            while (end < squares && changed[end] == changed[i]) {
                end++;
            }
            if (changed[i]) {
                blocks(pixels, row, i, end - i, scratch);
                scratch.scan.squares(scratch.coefficients, end - i);
            } else {
                scratch.scan.squares(own, i, end);
            }
            i = end;
        }
        end(row, scratch);
    }

    /** Which squares of a row are not as the base has them. */
    private boolean[] changed(int top, Bitmap pixels, JpegScratch scratch) {
        boolean[] changed = scratch.flags(squares);
        int width = base.width();
        int bottom = Math.min(top + SIDE, base.height());
        for (int y = top; y < bottom; y++) {
            int end = (y + 1) * width;
            for (int at = y * width; at < end; ) {
                int equal = Arrays.mismatch(base.argb(), at, end, pixels.argb(), at, end);
                if (equal < 0) {
                    break;
                }
                int square = (at + equal - y * width) / SIDE;
                changed[square] = true;
                at = y * width + (square + 1) * SIDE;
            }
        }
        return changed;
    }
}
