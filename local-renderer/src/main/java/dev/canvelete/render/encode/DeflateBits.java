package dev.canvelete.render.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bits in the order of deflate (RFC 1951, 3.1.1): the first one lowest. Not thread-safe. */
final class DeflateBits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteSink sink;
    private long pending;
    private int count;

    DeflateBits(ByteSink sink) {
        this.sink = sink;
    }

    /** Appends the lowest {@code length} bits of {@code bits}, at most 56; the others must be 0. */
    void put(long bits, int length) {
        long all = pending | bits << count;
        int total = count + length;
        int at = sink.length;
        byte[] bytes = sink.bytes;
        if (bytes.length - at < 8) {
            sink.reserve(8);
            bytes = sink.bytes;
        }
        LONG.set(bytes, at, all);
        sink.length = at + (total >>> 3);
        pending = all >>> (total & ~7);
        count = total & 7;
    }

    /** Ends at a byte, with nothing to follow. */
    void finish() {
        put(0, -count & 7);
    }

    /** Ends with an empty stored block, after which a new byte begins. */
    void align() {
        put(0, 3);
        put(0, -count & 7);
        put(0xFFFF0000L, 32);
    }
}
