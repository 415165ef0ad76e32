package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;
import java.util.ArrayList;
import java.util.List;

/** What a frame header says (T.81 B.2.2). */
record Frame(boolean progressive, int width, int height, List<Sampling> components) {
    /** A component's share of the samples, and its quantization table. */
    record Sampling(int id, int horizontal, int vertical, int quantization) {}

    private static final int MOST_BLOCKS_IN_UNIT = 10;

    static Frame read(byte[] file, int start, int end, int marker) throws ResourceException {
        if (marker > 0xC2) {
            throw new ResourceException(
                    "a baseline or progressive JPG with Huffman codes is right, not a lossless, hierarchical or arithmetic one");
        }
        int count = end - start < 6 ? 0 : file[start + 5] & 0xFF;
        if (count == 0 || end - start < 6 + 3 * count) {
            throw new ResourceException("the JPG is damaged: its frame header is cut short");
        }
        if (file[start] != 8) {
            throw new ResourceException("a JPG of 8 bits per colour is right, not of " + file[start]);
        }
        int height = (file[start + 1] & 0xFF) << 8 | file[start + 2] & 0xFF;
        int width = (file[start + 3] & 0xFF) << 8 | file[start + 4] & 0xFF;
        if (width == 0 || height == 0 || count == 2 || count > 4) {
            throw new ResourceException("a JPG of 1, 3 or 4 colours is right, not of " + count + " with " + width
                    + " x " + height + " pixels");
        }
        List<Sampling> components = new ArrayList<>(count);
        int blocks = 0;
        for (int at = start + 6; at < start + 6 + 3 * count; at += 3) {
            Sampling component =
                    new Sampling(file[at] & 0xFF, file[at + 1] >> 4 & 15, file[at + 1] & 15, file[at + 2] & 3);
            if (component.horizontal < 1
                    || component.horizontal > 4
                    || component.vertical < 1
                    || component.vertical > 4) {
                throw new ResourceException("the JPG is damaged: a sampling factor is not 1 to 4");
            }
            blocks += component.horizontal * component.vertical;
            components.add(component);
        }
        if (count > 1 && blocks > MOST_BLOCKS_IN_UNIT && !progressive(marker)) {
            throw new ResourceException("the JPG is damaged: more than 10 blocks in a unit");
        }
        return new Frame(progressive(marker), width, height, List.copyOf(components));
    }

    private static boolean progressive(int marker) {
        return marker == 0xC2;
    }

    int mostHorizontal() {
        return components.stream().mapToInt(Sampling::horizontal).max().orElseThrow();
    }

    int mostVertical() {
        return components.stream().mapToInt(Sampling::vertical).max().orElseThrow();
    }

    /** Interleaved units in a row. */
    int unitsAcross() {
        return Math.ceilDiv(width, 8 * mostHorizontal());
    }

    /** Rows of interleaved units. */
    int unitsDown() {
        return Math.ceilDiv(height, 8 * mostVertical());
    }

    /**
     * The components, each with room for samples. One that has fewer samples than the others is reduced less, so that
     * it need not be enlarged again.
     *
     * @param size of a block of the component with the most samples: 1, 2, 4 or 8
     */
    List<Component> allocate(int size, Workspace workspace) {
        List<Component> allocated = new ArrayList<>(components.size());
        for (Sampling sampling : components) {
            allocated.add(new Component(this, allocated.size(), sizeOf(sampling, size), workspace));
        }
        return allocated;
    }

    /** How many bytes {@link #allocate} takes. */
    long room(int size) {
        long room = 0;
        for (Sampling sampling : components) {
            long blocks = blocks(sampling);
            int own = sizeOf(sampling, size);
            room += blocks * (own * own + (progressive ? 64 * Short.BYTES : 0));
        }
        return room;
    }

    /** How many blocks a component has, those included that only fill up the last units. */
    long blocks(Sampling sampling) {
        return (long) unitsAcross() * sampling.horizontal * unitsDown() * sampling.vertical;
    }

    private int sizeOf(Sampling sampling, int size) {
        int own = size;
        while (own < 8
                && mostHorizontal() * size % (sampling.horizontal * own * 2) == 0
                && mostVertical() * size % (sampling.vertical * own * 2) == 0) {
            own *= 2;
        }
        return own;
    }
}
