package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.encode.QuickDeflater;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/** Compresses one thing after another with the same effort. For one thread at a time. */
final class Compressor implements AutoCloseable {
    private static final int QUICK = 6;

    /** Below so many bytes, building codes of their own takes longer than all the rest of a document. */
    private static final int SMALL = 4096;

    private final Deflater deflater;
    private final int small;
    private final QuickDeflater quick = new QuickDeflater();
    private final Adler32 adler = new Adler32();
    private final PdfBuffer framed = new PdfBuffer(SMALL);
    private byte[] room = new byte[QuickDeflater.most(SMALL)];

    /** @param small from how many bytes on {@link Deflater} does it */
    private Compressor(int level, int small) {
        this.deflater = new Deflater(level, true);
        this.small = small;
    }

    /** For what one document has of its own. */
    static Compressor quick() {
        return new Compressor(QUICK, SMALL);
    }

    /** For what many documents share. */
    static Compressor thorough() {
        return new Compressor(Deflater.BEST_COMPRESSION, 0);
    }

    /** A zlib stream (RFC 1950) of what a buffer holds, there until the next one is made. */
    PdfBuffer zlib(PdfBuffer data) {
        int length = compress(data.array(), 0, data.length(), true);
        framed.clear();
        return Zlib.frame(room, length, sum(data.array(), 0, data.length()), framed);
    }

    /** Blocks that can be joined to others. */
    Deflated blocks(byte[] data) {
        return blocks(data, 0, data.length);
    }

    /** Blocks of what a buffer holds from some place on, to be joined to those of all that is ahead of it there. */
    Deflated blocksAfter(int ahead, PdfBuffer data) {
        return blocks(data.array(), ahead, data.length());
    }

    private Deflated blocks(byte[] data, int from, int to) {
        int length = compress(data, from, to, false);
        return new Deflated(Arrays.copyOf(room, length), to - from, sum(data, from, to));
    }

    private int sum(byte[] data, int from, int to) {
        adler.reset();
        adler.update(data, from, to - from);
        return (int) adler.getValue();
    }

    /** Writes blocks into the room; returns how many bytes they have. */
    private int compress(byte[] data, int from, int to, boolean last) {
        if (to < small) {
            return quick.deflate(data, from, to, last, room);
        }
        deflater.reset();
        deflater.setInput(data, from, to - from);
        if (last) {
            deflater.finish();
        }
        return drain(last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
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
