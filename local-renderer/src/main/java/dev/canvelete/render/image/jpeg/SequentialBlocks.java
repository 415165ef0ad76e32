package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;
import java.util.Arrays;
import java.util.List;

/** Blocks that are whole where they stand (T.81 F.2), turned into samples row by row. Not thread-safe. */
final class SequentialBlocks implements BlockDecoder {
    private final BitReader reader;
    private final List<Scan.Part> parts;
    private final int[] predictions;
    private final Reconstruction reconstruction;

    SequentialBlocks(BitReader reader, List<Scan.Part> parts, Reconstruction reconstruction) {
        this.reader = reader;
        this.parts = parts;
        this.predictions = new int[parts.size()];
        this.reconstruction = reconstruction;
    }

    @Override
    public void restart() {
        Arrays.fill(predictions, 0);
    }

    @Override
    public void read(int index, int x, int y) throws ResourceException {
        Scan.Part part = parts.get(index);
        BlockRow row = part.component().row(y);
        predictions[index] += reader.takeSigned(reader.symbol(part.dc()) & 15);
        row.put(x, 0, predictions[index] * part.dequantizers()[0]);
        row.places |= readRest(part.ac(), part.dequantizers(), row, x);
    }

    @Override
    public void endRow(int index, int y) {
        Component component = parts.get(index).component();
        reconstruction.put(component, y, component.row(y));
    }

    /** Reads all coefficients but the first, and tells which are there. This loop is most of the work of decoding. */
    private long readRest(HuffmanTable table, int[] dequantizers, BlockRow row, int block) throws ResourceException {
        int[] lookup = table.coefficients;
        long bits = reader.bits;
        int count = reader.count;
        long places = 0;
        for (int k = 1; k < 64; k++) {
            if (count < 32) {
                reader.bits = bits;
                reader.count = count;
                reader.refill();
                bits = reader.bits;
                count = reader.count;
            }
            int found = lookup[(int) (bits >>> (64 - HuffmanTable.LOOKUP_BITS))];
            if (found == 0) {
                found = longCoefficient(table, bits);
            }
            bits <<= found; // A shift takes the low six bits only: those used.
            count -= found & 0x3F;
            k += found >> 8 & 0x7F;
            if (k > 63) {
                if (k < HuffmanTable.END_OF_BLOCK) {
                    throw new ResourceException("the JPG is damaged: a block has more than 64 coefficients");
                }
                break;
            }
            int place = ZIGZAG[k];
            row.put(block, place, (found >> 16) * dequantizers[k]);
            places |= 1L << place;
        }
        reader.bits = bits;
        reader.count = count;
        return places;
    }

    /** A coefficient that is not found by one look, as {@link HuffmanTable#coefficients} has the others. */
    private static int longCoefficient(HuffmanTable table, long bits) throws ResourceException {
        int symbol = table.symbol(bits);
        int length = symbol >> 8;
        int run = symbol >> 4 & 15;
        int size = symbol & 15;
        if (size == 0) {
            return (run == 15 ? run : HuffmanTable.END_OF_BLOCK) << 8 | length;
        }
        int value = (int) (bits << length >>> (64 - size));
        if (value < 1 << (size - 1)) {
            value -= (1 << size) - 1;
        }
        return value << 16 | run << 8 | length + size;
    }
}
