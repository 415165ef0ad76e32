package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.resource.ResourceException;
import java.util.Arrays;
import java.util.List;

/** Blocks of which a scan tells some coefficients, or one more bit of them (T.81 G.1.2 and G.2). Not thread-safe. */
final class ProgressiveBlocks implements BlockDecoder {
    private final BitReader reader;
    private final List<Scan.Part> parts;
    private final Scan.Band band;
    private final int[] predictions;
    /** Blocks, this one included, in which nothing more becomes other than 0. */
    private int emptyBlocks;

    ProgressiveBlocks(BitReader reader, List<Scan.Part> parts, Scan.Band band) {
        this.reader = reader;
        this.parts = parts;
        this.band = band;
        this.predictions = new int[parts.size()];
    }

    @Override
    public void restart() {
        Arrays.fill(predictions, 0);
        emptyBlocks = 0;
    }

    /** More scans may tell of the row. */
    @Override
    public void endRow(int index, int y) {}

    @Override
    public void read(int index, int x, int y) throws ResourceException {
        Scan.Part part = parts.get(index);
        short[] all = part.coefficients();
        int at = (y * part.component().blockStride + x) * 64;
        if (band.first() > 0) {
            if (band.refines()) {
                refineRest(part.ac(), all, at);
            } else {
                readRest(part.ac(), all, at);
            }
        } else if (band.refines()) {
            all[at] |= (short) (reader.bit() << band.bit());
        } else {
            predictions[index] += reader.takeSigned(reader.symbol(part.dc()) & 15);
            all[at] = (short) (predictions[index] << band.bit());
        }
    }

    private void readRest(HuffmanTable table, short[] all, int at) throws ResourceException {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return;
        }
        for (int k = band.first(); k <= band.last(); k++) {
            int symbol = reader.symbol(table);
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size > 0) {
                k = within(k + run);
                all[at + ZIGZAG[k]] = (short) (reader.takeSigned(size) << band.bit());
            } else if (run == 15) {
                k += run;
            } else {
                emptyBlocks = (1 << run) + reader.take(run) - 1;
                return;
            }
        }
    }

    private void refineRest(HuffmanTable table, short[] all, int at) throws ResourceException {
        int k = band.first();
        while (emptyBlocks == 0 && k <= band.last()) {
            int symbol = reader.symbol(table);
            int run = symbol >> 4;
            boolean fresh = (symbol & 15) > 0;
            if (!fresh && run < 15) {
                emptyBlocks = (1 << run) + reader.take(run);
                break;
            }
            int value = fresh ? (reader.bit() == 1 ? 1 : -1) << band.bit() : 0;
            k = refineUntil(run, k, all, at);
            if (fresh) {
                all[at + ZIGZAG[within(k)]] = (short) value;
            }
            k++;
        }
        if (emptyBlocks > 0) {
            refineUntil(64, k, all, at);
            emptyBlocks--;
        }
    }

    /** Refines what is there, passing over so many zeros, and gives the place of the zero after them. */
    private int refineUntil(int zeros, int from, short[] all, int at) throws ResourceException {
        int left = zeros;
        int k = from;
        for (; k <= band.last(); k++) {
            int place = at + ZIGZAG[k];
            if (all[place] == 0) {
                if (left == 0) {
                    break;
                }
                left--;
            } else if (reader.bit() == 1) {
                all[place] += (short) (all[place] > 0 ? 1 << band.bit() : -1 << band.bit());
            }
        }
        return k;
    }

    private int within(int k) throws ResourceException {
        if (k > band.last()) {
            throw new ResourceException("the JPG is damaged: a coefficient lies outside its scan");
        }
        return k;
    }
}
