package dev.canvelete.render.image.jpeg;

import org.jspecify.annotations.Nullable;

/**
 * One of the colours of a frame, and its samples. Not thread-safe.
 *
 * <p>Blocks that only fill up the last unit of interleaved components are decoded, but not part of the picture.
 */
final class Component {
    final int id;
    final int horizontal;
    final int vertical;
    final int quantization;

    /** Samples of a decoded block in each direction: 1, 2, 4 or 8. */
    final int size;
    /** Samples across the picture, of decoded size. */
    final int width;
    /** Samples down the picture, of decoded size. */
    final int height;
    /** Blocks across the picture. */
    final int blocksAcross;
    /** Blocks down the picture. */
    final int blocksDown;
    /** Blocks across, the filling ones included. */
    final int blockStride;
    /** Samples in a row of {@link #samples}. */
    final int stride;

    final byte[] samples;
    /** For a progressive frame, its coefficients, block by block. */
    final short @Nullable [] coefficients;

    private final int index;
    private final Workspace workspace;

    int @Nullable [] dequantizers;
    /** Of each coefficient, in zigzag order, the lowest bit that scans have told so far, plus 1; 0 for nothing. */
    final int[] known = new int[64];

    /**
     * Makes room for a component.
     *
     * @param index of the component in the frame
     * @param size of decoded blocks
     */
    Component(Frame frame, int index, int size, Workspace workspace) {
        Frame.Sampling sampling = frame.components().get(index);
        this.index = index;
        this.workspace = workspace;
        this.id = sampling.id();
        this.horizontal = sampling.horizontal();
        this.vertical = sampling.vertical();
        this.quantization = sampling.quantization();
        this.size = size;
        int across = frame.mostHorizontal() * 8;
        int down = frame.mostVertical() * 8;
        this.width = ceil((long) frame.width() * horizontal * size, across);
        this.height = ceil((long) frame.height() * vertical * size, down);
        this.blocksAcross = ceil((long) frame.width() * horizontal, across);
        this.blocksDown = ceil((long) frame.height() * vertical, down);
        this.blockStride = frame.unitsAcross() * horizontal;
        this.stride = blockStride * size;
        int blocks = Math.toIntExact(frame.blocks(sampling));
        this.samples = workspace.samples(index, blocks * size * size);
        this.coefficients = frame.progressive() ? workspace.coefficients(index, Math.multiplyExact(blocks, 64)) : null;
    }

    /** The row of blocks that is worked on at {@code y}, in blocks. */
    BlockRow row(int y) {
        return workspace.row(index, y % vertical, blockStride);
    }

    private static int ceil(long dividend, int divisor) {
        return (int) ((dividend + divisor - 1) / divisor);
    }
}
