package dev.canvelete.render.image;

import dev.canvelete.render.resource.ResourceException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a PNG's rows and undoes their filters (ISO/IEC 15948, clause 9). Not thread-safe. */
final class PngRows implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final Iterator<ByteBuffer> parts;
    private final byte[] filter = new byte[1];
    private byte[] row = {};
    private byte[] above = {};
    private int distance;

    PngRows(List<ByteBuffer> parts) {
        this.parts = parts.iterator();
    }

    /**
     * Begins a pass.
     *
     * @param length of each row in bytes
     * @param pixel bytes from one pixel to the next, at least 1
     */
    void start(int length, int pixel) {
        row = new byte[length];
        above = new byte[length];
        distance = pixel;
    }

    /** The next row, until the one after it is read. */
    byte[] next() throws ResourceException {
        byte[] spare = above;
        above = row;
        row = spare;
        fill(filter);
        fill(row);
        switch (filter[0]) {
            case 0 -> {}
            case 1 -> addLeft();
            case 2 -> addAbove();
            case 3 -> addMean();
            case 4 -> addPaeth();
            default -> throw PngFile.damaged("a row has a filter that is not in the standard");
        }
        return row;
    }

    private void fill(byte[] target) throws ResourceException {
        int filled = 0;
        try {
            while (filled < target.length) {
                int count = inflater.inflate(target, filled, target.length - filled);
                filled += count;
                if (count == 0) {
                    if (!inflater.needsInput() || !parts.hasNext()) {
                        throw PngFile.damaged("its picture ends early");
                    }
                    inflater.setInput(parts.next().duplicate());
                }
            }
        } catch (DataFormatException e) {
            throw new ResourceException("the PNG is damaged: its picture cannot be inflated", e);
        }
    }

    private void addLeft() {
        for (int i = distance; i < row.length; i++) {
            row[i] += row[i - distance];
        }
    }

    private void addAbove() {
        for (int i = 0; i < row.length; i++) {
            row[i] += above[i];
        }
    }

    private void addMean() {
        for (int i = 0; i < row.length; i++) {
            int left = i < distance ? 0 : row[i - distance] & 0xFF;
            row[i] += (byte) (left + (above[i] & 0xFF) >> 1);
        }
    }

    private void addPaeth() {
        int start = Math.min(distance, row.length);
        for (int i = 0; i < start; i++) {
            row[i] += above[i];
        }
        for (int i = start; i < row.length; i++) {
            int left = row[i - distance] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = above[i - distance] & 0xFF;
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            int nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
            row[i] += (byte) nearest;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
