package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;
import java.util.List;

/**
 * One pass over the blocks of some components.
 *
 * @param restartInterval units between restarts, 0 for none
 */
record Scan(Frame frame, List<Part> parts, Band band, int restartInterval) {
    /** A component with the tables that this scan uses for it. A table that the scan has no use for may be empty. */
    @SuppressWarnings("ArrayRecordComponent") // Tables are looked up, never compared.
    record Part(Component component, HuffmanTable dc, HuffmanTable ac, int[] dequantizers) {
        short[] coefficients() {
            if (component.coefficients == null) {
                throw new IllegalStateException("only progressive frames keep coefficients");
            }
            return component.coefficients;
        }
    }

    /**
     * What a progressive scan tells (T.81 G.1.1.1).
     *
     * @param first coefficient, in zigzag order
     * @param last coefficient
     * @param before the lowest bit that is known already, 0 for none
     * @param bit the lowest bit that is known after the scan
     */
    record Band(int first, int last, int before, int bit) {
        boolean refines() {
            return before > 0;
        }
    }

    void read(BitReader reader, Reconstruction reconstruction) throws ResourceException {
        BlockDecoder blocks = frame.progressive()
                ? new ProgressiveBlocks(reader, parts, band)
                : new SequentialBlocks(reader, parts, reconstruction);
        Component only = parts.getFirst().component();
        boolean single = parts.size() == 1;
        int across = single ? only.blocksAcross : frame.unitsAcross();
        int down = single ? only.blocksDown : frame.unitsDown();
        int left = 0;
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                if (left == 0) {
                    reader.nextSegment();
                    blocks.restart();
                    left = restartInterval == 0 ? Integer.MAX_VALUE : restartInterval;
                }
                left--;
                if (single) {
                    blocks.read(0, x, y);
                } else {
                    readUnit(blocks, x, y);
                }
            }
            endRow(blocks, y, single);
        }
        reader.checkEnd();
    }

    private void readUnit(BlockDecoder blocks, int x, int y) throws ResourceException {
        for (int i = 0; i < parts.size(); i++) {
            Component component = parts.get(i).component();
            for (int v = 0; v < component.vertical; v++) {
                for (int h = 0; h < component.horizontal; h++) {
                    blocks.read(i, x * component.horizontal + h, y * component.vertical + v);
                }
            }
        }
    }

    private void endRow(BlockDecoder blocks, int y, boolean single) {
        for (int i = 0; i < parts.size(); i++) {
            int rows = single ? 1 : parts.get(i).component().vertical;
            for (int row = y * rows; row < (y + 1) * rows; row++) {
                blocks.endRow(i, row);
            }
        }
    }
}
