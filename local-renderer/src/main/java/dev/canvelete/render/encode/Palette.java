package dev.canvelete.render.encode;

import java.util.Arrays;

/** Up to 256 colours in the order in which they came. Not thread-safe while it grows. */
final class Palette {
    static final int MAX = 256;
    private static final int SLOTS = 1024;

    private final int[] colors;
    private final short[] slots;
    private int size;

    Palette() {
        colors = new int[MAX];
        slots = new short[SLOTS];
        Arrays.fill(slots, (short) -1);
    }

    private Palette(Palette other) {
        colors = other.colors.clone();
        slots = other.slots.clone();
        size = other.size;
    }

    Palette copy() {
        return new Palette(this);
    }

    int size() {
        return size;
    }

    /** The bits that an index takes: 1, 2, 4 or 8. */
    int depth() {
        return size <= 2 ? 1 : size <= 4 ? 2 : size <= 16 ? 4 : 8;
    }

    /** Adds a premultiplied colour unless it is there; false when there is no room. */
    boolean add(int argb) {
        int slot = slot(argb);
        if (slots[slot] >= 0) {
            return true;
        }
        if (size == MAX) {
            return false;
        }
        colors[size] = argb;
        slots[slot] = (short) size++;
        return true;
    }

    /** Adds a stretch of pixels; false when there is no room. */
    boolean addAll(int[] argb, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((i == from || argb[i] != argb[i - 1]) && !add(argb[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether all colours are opaque and grey. */
    boolean isGrey() {
        for (int i = 0; i < size; i++) {
            if (colors[i] >>> 24 != 0xFF || ((colors[i] ^ colors[i] >>> 8) & 0xFFFF) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The index of a colour that is there. */
    int indexOf(int argb) {
        return slots[slot(argb)];
    }

    /** A colour, not premultiplied. */
    int color(int index) {
        return Alpha.straight(colors[index]);
    }

    /** The slot where the colour is, or would be. */
    private int slot(int argb) {
        int slot = (argb * 0x9E3779B1) >>> 22;
        while (slots[slot] >= 0 && colors[slots[slot]] != argb) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
