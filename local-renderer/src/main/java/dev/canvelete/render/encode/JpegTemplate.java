package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG file of which some rectangles are yet to come. Rows of squares that none of them touches are encoded once and
 * taken over byte for byte, as a restart marker ends each row; in the others, squares like the base's own keep their
 * coefficients. A file has exactly the bytes that {@link JpegEncoder} gives for the same pixels. Thread-safe.
 */
public final class JpegTemplate {
    private static final int SIDE = JpegBlocks.SIDE;

    private final Bitmap base;
    private final int quality;
    private final byte[] head;
    private final List<Row> rows = new ArrayList<>();

    /** One row of squares. */
    private sealed interface Row {}

    /** The bytes of a row that does not change. */
    @SuppressWarnings("ArrayRecordComponent") // Copied into files, never compared.
    private record Finished(byte[] bytes) implements Row {}

    /** The coefficients that the base has in a row that may change, square by square. */
    @SuppressWarnings("ArrayRecordComponent") // Read only.
    private record Open(short[] coefficients) implements Row {}

    private JpegTemplate(Bitmap base, List<Area> live, int quality, int dpi) {
        this.base = base;
        this.quality = quality;
        ByteSink sink = new ByteSink(1 << 16);
        JpegFile.head(base.width(), base.height(), quality, dpi, sink);
        head = sink.toBytes();
        JpegBlocks blocks = new JpegBlocks(quality);
        JpegScan scan = new JpegScan(sink);
        int squares = (base.width() + SIDE - 1) / SIDE;
        int count = (base.height() + SIDE - 1) / SIDE;
        for (int row = 0; row < count; row++) {
            short[] coefficients = new short[squares * JpegBlocks.COEFFICIENTS];
            for (int i = 0; i < squares; i++) {
                blocks.square(base, i * SIDE, row * SIDE, coefficients, i * JpegBlocks.COEFFICIENTS);
            }
            if (touched(live, row)) {
                rows.add(new Open(coefficients));
                continue;
            }
            sink.clear();
            for (int i = 0; i < squares; i++) {
                scan.square(coefficients, i * JpegBlocks.COEFFICIENTS);
            }
            scan.end();
            JpegFile.after(row, count, sink);
            rows.add(new Finished(sink.toBytes()));
        }
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

    private boolean touched(List<Area> live, int row) {
        return live.stream()
                .map(area -> area.on(base))
                .anyMatch(area ->
                        !area.isEmpty() && area.y() < (row + 1) * SIDE && area.y() + area.height() > row * SIDE);
    }

    /** The rows that records may change, in bands of whole squares, each as wide as the bitmap. */
    public List<Area> bands() {
        List<Area> bands = new ArrayList<>();
        for (int row = 0; row < rows.size(); ) {
            int end = row;
            while (end < rows.size() && rows.get(end) instanceof Open) {
                end++;
            }
            if (end > row) {
                int bottom = Math.min(end * SIDE, base.height());
                bands.add(new Area(0, row * SIDE, base.width(), bottom - row * SIDE));
            }
            row = Math.max(end, row + 1);
        }
        return bands;
    }

    /**
     * A JPEG file of these pixels, laid over white.
     *
     * @param pixels of the template's size, equal to its base outside of the live rectangles
     * @param scratch for this thread alone, from any template
     */
    public byte[] encode(Bitmap pixels, JpegScratch scratch) {
        return encode(pixels, new byte[bands().size()][], scratch);
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
        sink.all(head);
        int band = -1;
        boolean inside = false;
        for (int row = 0; row < rows.size(); row++) {
            switch (rows.get(row)) {
                case Finished finished -> {
                    sink.all(finished.bytes);
                    inside = false;
                }
                case Open open -> {
                    band += inside ? 0 : 1;
                    byte[] ready = known[band];
                    if (ready == null) {
                        encode(open, pixels, row, scratch);
                    } else if (!inside) {
                        sink.all(ready);
                    }
                    inside = true;
                }
            }
        }
        return sink.toBytes();
    }

    /** One band alone. */
    public byte[] encode(int band, Bitmap pixels, JpegScratch scratch) {
        checkSize(pixels);
        Area area = bands().get(band);
        scratch.sink.clear();
        for (int row = area.y() / SIDE; row * SIDE < area.y() + area.height(); row++) {
            encode((Open) rows.get(row), pixels, row, scratch);
        }
        return scratch.sink.toBytes();
    }

    private void checkSize(Bitmap pixels) {
        if (pixels.width() != base.width() || pixels.height() != base.height()) {
            throw new IllegalArgumentException("the template has " + base.width() + " x " + base.height()
                    + " pixels, the record " + pixels.width() + " x " + pixels.height());
        }
    }

    private void encode(Open open, Bitmap pixels, int row, JpegScratch scratch) {
        JpegBlocks blocks = scratch.blocks(quality);
        JpegScan scan = scratch.scan;
        int at = 0;
        for (int left = 0; left < base.width(); left += SIDE, at += JpegBlocks.COEFFICIENTS) {
            if (same(pixels, left, row * SIDE)) {
                scan.square(open.coefficients, at);
            } else {
                blocks.square(pixels, left, row * SIDE, scratch.coefficients, 0);
                scan.square(scratch.coefficients, 0);
            }
        }
        scan.end();
        JpegFile.after(row, rows.size(), scratch.sink);
    }

    /** Whether a square is the base's own. */
    private boolean same(Bitmap pixels, int left, int top) {
        int right = Math.min(left + SIDE, base.width());
        int bottom = Math.min(top + SIDE, base.height());
        for (int y = top; y < bottom; y++) {
            int row = y * base.width();
            if (!Arrays.equals(base.argb(), row + left, row + right, pixels.argb(), row + left, row + right)) {
                return false;
            }
        }
        return true;
    }
}
