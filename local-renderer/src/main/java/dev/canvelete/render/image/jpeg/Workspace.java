package dev.canvelete.render.image.jpeg;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Room that decoding needs, used again by the next picture: without it, half of what a record with a photo allocates is
 * thrown away at once. What is kept is bounded, and given up where memory runs short. For one picture at a time.
 */
final class Workspace {
    /** Bytes that one may keep: room for three megapixels of a progressive picture. */
    private static final int KEPT = 1 << 24;

    private static final int MOST_COMPONENTS = 4;
    private static final int MOST_ROWS = 4;

    /** About what a block across takes in a row of blocks and while it is transformed, in bytes. */
    private static final int ROOM_OF_BLOCK = 1024;

    private static final ArrayBlockingQueue<SoftReference<Workspace>> IDLE =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    private final Reconstruction reconstruction = new Reconstruction();
    private final byte[][] samples = new byte[MOST_COMPONENTS][0];
    private final short[][] coefficients = new short[MOST_COMPONENTS][0];
    private final @Nullable BlockRow[] rows = new BlockRow[MOST_COMPONENTS * MOST_ROWS];
    private byte[] scan = {};
    private long held;

    /** One that nobody uses. Whoever fails keeps it to himself: there may be anything in it. */
    static Workspace take() {
        SoftReference<Workspace> idle = IDLE.poll();
        Workspace known = idle == null ? null : idle.get();
        return known == null ? new Workspace() : known;
    }

    /** Leaves it to the next picture, unless this one was too large. */
    void release() {
        if (held <= KEPT) {
            boolean unused = IDLE.offer(new SoftReference<>(this));
        }
    }

    Reconstruction reconstruction() {
        return reconstruction;
    }

    /** Room for a component's samples, with whatever was there before. */
    byte[] samples(int component, int count) {
        samples[component] = bytes(samples[component], count);
        return samples[component];
    }

    /** Room for a component's coefficients, all of them 0. */
    short[] coefficients(int component, int count) {
        if (coefficients[component].length < count) {
            held += (long) Short.BYTES * (count - coefficients[component].length);
            coefficients[component] = new short[count];
        } else {
            Arrays.fill(coefficients[component], 0, count, (short) 0);
        }
        return coefficients[component];
    }

    /** Room for the bytes of a scan, with whatever was there before. */
    byte[] scan(int count) {
        scan = bytes(scan, count);
        return scan;
    }

    private byte[] bytes(byte[] known, int count) {
        if (known.length >= count) {
            return known;
        }
        held += count - known.length;
        return new byte[count];
    }

    /**
     * A component's row of blocks, all coefficients 0.
     *
     * @param index among those that a unit has
     */
    BlockRow row(int component, int index, int blocks) {
        int place = component * MOST_ROWS + index;
        BlockRow row = rows[place];
        if (row == null || row.blocks != blocks) {
            held += (long) ROOM_OF_BLOCK * (blocks - (row == null ? 0 : row.blocks));
            row = new BlockRow(blocks);
            rows[place] = row;
        }
        return row;
    }
}
