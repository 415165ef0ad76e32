package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.encode.QuickDeflater;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * Compresses one thing after another with the same effort. For one thread at a time; one that is kept for as long as the
 * program runs need not be closed.
 */
public final class Compressor implements AutoCloseable {
    private static final int QUICK = 6;

    /** Below so many bytes, building codes of their own takes longer than all the rest of a document. */
    private static final int SMALL = 4096;

    private final Deflater deflater;
    private final int small;
    private final QuickDeflater quick = new QuickDeflater();
    private final Adler32 adler = new Adler32();
    private byte[] room = new byte[4096];

    /** @param small from how many bytes on {@link Deflater} does it */
    private Compressor(int level, int small) {
        this.deflater = new Deflater(level, true);
        this.small = small;
    }

    /** For what one document has of its own. */
    public static Compressor quick() {
        return new Compressor(QUICK, SMALL);
    }

    /** For what many documents share. */
    static Compressor thorough() {
        return new Compressor(Deflater.BEST_COMPRESSION, 0);
    }

    /** A zlib stream (RFC 1950) of the first bytes of an array. */
    byte[] zlib(byte[] data, int count) {
        return Zlib.framed(compressed(data, count, true), sum(data, count));
    }

    /** Blocks that can be joined to others. */
    Deflated blocks(byte[] data, int count) {
        return new Deflated(compressed(data, count, false), count, sum(data, count));
    }

    private int sum(byte[] data, int count) {
        adler.reset();
        adler.update(data, 0, count);
        return (int) adler.getValue();
    }

    private byte[] compressed(byte[] data, int count, boolean last) {
        if (count < small) {
            return quick.deflate(data, count, last);
        }
        deflater.reset();
        deflater.setInput(data, 0, count);
        if (last) {
            deflater.finish();
        }
        int length = drain(last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
        return Arrays.copyOf(room, length);
    }

    private int drain(int flush) {
        int length = 0;
        while (true) {
            int written = deflater.deflate(room, length, room.length - length, flush);
            length += written;
            if (length < room.length) {
                return length;
            }
            room = Arrays.copyOf(room, room.length * 2);
        }
    }

    @Override
    public void close() {
        deflater.end();
    }
}
