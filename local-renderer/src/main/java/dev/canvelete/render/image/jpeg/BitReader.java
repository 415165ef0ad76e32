package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of one scan. Its bytes are freed of stuffing and split at restart markers once, ahead of reading, so that
 * bits are then taken eight bytes at a time. The fields are the reader's registers, which the loops over coefficients
 * keep in local variables. Not thread-safe.
 */
final class BitReader {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Read, but never used, past the end of a sound segment. */
    private static final int PADDING = 16;

    private final byte[] data;
    private final int[] ends;
    private final int after;
    private int segment = -1;
    private int end;
    private int position;

    /** The next bits of the stream, the first as the sign bit; at least 56 of them after {@link #refill}. */
    long bits;
    /** How many of {@link #bits} are known to be there; those below them may be, too. */
    int count;

    private BitReader(byte[] data, int[] ends, int after) {
        this.data = data;
        this.ends = ends;
        this.after = after;
    }

    /** The bits from {@code start} up to the next marker that is no restart. */
    static BitReader of(byte[] file, int start, Workspace workspace) {
        byte[] data = workspace.scan(file.length - start + PADDING);
        int[] ends = new int[16];
        int segments = 0;
        int length = 0;
        int at = start;
        while (true) {
            int run = at;
            while (run < file.length && file[run] != (byte) 0xFF) {
                run++;
            }
            System.arraycopy(file, at, data, length, run - at);
            length += run - at;
            at = run;
            int marker = at + 1 < file.length ? file[at + 1] & 0xFF : 0xD9;
            if (marker == 0) {
                data[length++] = (byte) 0xFF;
                at += 2;
            } else if (marker == 0xFF) {
                at++;
            } else {
                if (segments == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * segments);
                }
                ends[segments++] = length;
                if (marker < 0xD0 || marker > 0xD7) {
                    Arrays.fill(data, length, length + PADDING, (byte) 0);
                    return new BitReader(data, Arrays.copyOf(ends, segments), Math.min(at, file.length));
                }
                at += 2;
            }
        }
    }

    /** Where in the file the marker after these bits stands. */
    int after() {
        return after;
    }

    /** Goes to the start of the next segment between restart markers. */
    void nextSegment() throws ResourceException {
        checkEnd();
        segment++;
        if (segment == ends.length) {
            throw endsEarly();
        }
        position = segment == 0 ? 0 : end;
        end = ends[segment];
        bits = 0;
        count = 0;
    }

    /** Fails if more bits were used than the segment has. */
    void checkEnd() throws ResourceException {
        if (8L * position - count > 8L * end) {
            throw endsEarly();
        }
    }

    /** Makes at least 56 bits known. */
    void refill() throws ResourceException {
        if (position >= end + 8) {
            throw endsEarly();
        }
        bits |= (long) LONGS.get(data, position) >>> count;
        position += 63 - count >> 3;
        count |= 56;
    }

    /** The next symbol. */
    int symbol(HuffmanTable table) throws ResourceException {
        refill();
        int found = table.symbol(bits);
        skip(found >> 8);
        return found & 0xFF;
    }

    /** The next bit. */
    int bit() throws ResourceException {
        if (count == 0) {
            refill();
        }
        return take(1);
    }

    /** The next bits as a number; at most 16, after a symbol at most. */
    int take(int size) {
        if (size == 0) {
            return 0;
        }
        int value = (int) (bits >>> (64 - size));
        skip(size);
        return value;
    }

    /** The next bits as a signed number (T.81 figure F.12). */
    int takeSigned(int size) {
        int value = take(size);
        return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    private void skip(int size) {
        bits <<= size;
        count -= size;
    }

    private static ResourceException endsEarly() {
        return new ResourceException("the JPG is damaged: its picture ends early");
    }
}
