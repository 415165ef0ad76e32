package dev.canvelete.render.image;

import dev.canvelete.render.resource.ResourceException;
import java.util.Arrays;

/**
 * How a PNG's pixels are written.
 *
 * @param depth bits of a sample
 * @param type colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 */
record PngFormat(int depth, int type, boolean interlaced) {
    /** Every so many pixels, from a first one on. */
    record Pass(int x, int y, int stepX, int stepY) {}

    /** The one pass of a picture that is not interlaced. */
    static final Pass ALL = new Pass(0, 0, 1, 1);

    /** Adam7. */
    static final Pass[] PASSES = {
        new Pass(0, 0, 8, 8),
        new Pass(4, 0, 8, 8),
        new Pass(0, 4, 4, 8),
        new Pass(2, 0, 4, 4),
        new Pass(0, 2, 2, 4),
        new Pass(1, 0, 2, 2),
        new Pass(0, 1, 1, 2)
    };

    static PngFormat of(int depth, int type, int compression, int filter, int interlace) throws ResourceException {
        boolean sound =
                switch (type) {
                    case 0 -> Integer.bitCount(depth) == 1 && depth >= 1 && depth <= 16;
                    case 3 -> Integer.bitCount(depth) == 1 && depth >= 1 && depth <= 8;
                    case 2, 4, 6 -> depth == 8 || depth == 16;
                    default -> false;
                };
        if (!sound || compression != 0 || filter != 0 || interlace < 0 || interlace > 1) {
            throw PngFile.damaged("its header has a value that is not in the standard");
        }
        return new PngFormat(depth, type, interlace == 1);
    }

    int channels() {
        return switch (type) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** The samples that a transparency chunk makes transparent. */
    int[] key(byte[] transparency) {
        int count = type == 0 || type == 2 ? channels() : 0;
        if (transparency.length < 2 * count) {
            return new int[0];
        }
        int[] key = new int[count];
        Arrays.setAll(key, i -> (transparency[2 * i] & 0xFF) << 8 | transparency[2 * i + 1] & 0xFF);
        return key;
    }

    /** Takes the samples of a row out of its bytes, at their own depth. */
    void unpack(byte[] row, int[] samples) {
        switch (depth) {
            case 8 -> {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = row[i] & 0xFF;
                }
            }
            case 16 -> {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = (row[2 * i] & 0xFF) << 8 | row[2 * i + 1] & 0xFF;
                }
            }
            default -> {
                for (int i = 0; i < samples.length; i++) {
                    int bit = i * depth;
                    samples[i] = (row[bit >> 3] & 0xFF) >> (8 - depth - (bit & 7)) & (1 << depth) - 1;
                }
            }
        }
    }

    /** The pixel whose samples begin at {@code at}. */
    int pixel(int[] samples, int at, int[] palette, int[] key) {
        if (type == 3) {
            return palette[samples[at]];
        }
        if (key.length > 0 && Arrays.equals(samples, at, at + key.length, key, 0, key.length)) {
            return 0;
        }
        int first = eightBits(samples[at]);
        return switch (type) {
            case 0 -> 0xFF000000 | first * 0x010101;
            case 4 -> Premultiplied.pixel(eightBits(samples[at + 1]), first, first, first);
            default ->
                Premultiplied.pixel(
                        type == 6 ? eightBits(samples[at + 3]) : 255,
                        first,
                        eightBits(samples[at + 1]),
                        eightBits(samples[at + 2]));
        };
    }

    private int eightBits(int sample) {
        return depth >= 8 ? sample >> (depth - 8) : sample * 255 / ((1 << depth) - 1);
    }
}
