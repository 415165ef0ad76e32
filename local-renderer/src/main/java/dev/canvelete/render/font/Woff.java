package dev.canvelete.render.font;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unwraps WOFF files (W3C WOFF File Format 1.0): the tables of an sfnt, each of them compressed on its own. */
final class Woff {
    static final int SIGNATURE = 0x774F4646; // "wOFF"
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private Woff() {}

    /**
     * The sfnt in a WOFF file.
     *
     * @throws FontException if the file is malformed or unwraps to more than {@link Sfnt#LARGEST} bytes
     */
    static byte[] unwrap(Bytes file) {
        int tables = file.u16(12);
        long size = SFNT_HEADER + (long) tables * SFNT_ENTRY;
        file.part(HEADER, (long) tables * ENTRY);
        for (int i = 0; i < tables; i++) {
            size += padded(file.u32(HEADER + i * ENTRY + 12));
        }
        if (size > Sfnt.LARGEST) {
            throw new FontException("unwraps to " + size + " bytes, more than " + Sfnt.LARGEST);
        }
        ByteBuffer sfnt = ByteBuffer.allocate((int) size);
        writeHeader(sfnt, (int) file.u32(4), tables);
        int at = SFNT_HEADER + tables * SFNT_ENTRY;
        for (int i = 0; i < tables; i++) {
            Bytes entry = file.part(HEADER + i * ENTRY, ENTRY);
            int length = entry.count(12);
            sfnt.putInt((int) entry.u32(0))
                    .putInt((int) entry.u32(16))
                    .putInt(at)
                    .putInt(length);
            inflate(file.part(entry.u32(4), entry.u32(8)), sfnt.array(), at, length);
            at += (int) padded(length);
        }
        return sfnt.array();
    }

    private static void writeHeader(ByteBuffer sfnt, int flavour, int tables) {
        int range = Integer.highestOneBit(Math.max(tables, 1)) * SFNT_ENTRY;
        sfnt.putInt(flavour)
                .putShort((short) tables)
                .putShort((short) range)
                .putShort((short) Integer.numberOfTrailingZeros(range / SFNT_ENTRY))
                .putShort((short) (tables * SFNT_ENTRY - range));
    }

    private static void inflate(Bytes source, byte[] target, int at, int length) {
        if (source.length() == length) {
            source.copyTo(target, at);
            return;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(source.toArray());
            int done = 0;
            while (done < length) {
                int got = inflater.inflate(target, at + done, length - done);
                if (got == 0) {
                    throw new FontException("a compressed table ends too early");
                }
                done += got;
            }
        } catch (DataFormatException e) {
            throw new FontException("a table is not compressed as WOFF wants it");
        } finally {
            inflater.end();
        }
    }

    private static long padded(long length) {
        return length + 3 & ~3L;
    }
}
