package dev.canvelete.render.encode;

/** Samples of fewer than eight bits in bytes, the leftmost highest. */
final class Packing {
    private Packing() {}

    static int units(int samples, int depth) {
        return (int) (((long) samples * depth + 7) / 8);
    }

    /** Packs samples that stand one to an int, in place. */
    static void pack(int[] samples, int at, int count, int depth) {
        if (depth == 8) {
            return;
        }
        int perByte = 8 / depth;
        for (int i = 0; i < count; i += perByte) {
            int packed = 0;
            for (int j = 0; j < perByte; j++) {
                packed = packed << depth | (i + j < count ? samples[at + i + j] : 0);
            }
            samples[at + i / perByte] = packed;
        }
    }
}
