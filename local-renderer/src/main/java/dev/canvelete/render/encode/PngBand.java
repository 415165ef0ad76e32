package dev.canvelete.render.encode;

/**
 * Rows of a {@link PngTemplate} that are encoded already, to be put into any file with the same pixels there. They have
 * more colours than a palette holds.
 */
@SuppressWarnings("ArrayRecordComponent") // Copied into files, never compared.
public record PngBand(byte[] chunk, int checksum, PngColor color, boolean opaque, boolean grey) {
    /** About what it takes in memory. */
    public int bytes() {
        return chunk.length;
    }
}
