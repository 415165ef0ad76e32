package dev.canvelete.client.files;

import java.util.Locale;

/**
 * Makes names unique by {@code -2}, {@code -3} …, in the order in which they are asked for; names that differ by case
 * alone count as equal, as some file systems have it. It remembers hashes of names, 12 to 24 bytes each; two different
 * names of one hash would only cost a needless number. Not thread-safe.
 */
public final class UsedNames {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] hashes = new long[FIRST_CAPACITY];
    private int[] counts = new int[FIRST_CAPACITY];
    private int size;

    /** The name, if it is new, or else with the first number that makes it new. */
    public String unique(String name) {
        int slot = slot(hash(name));
        if (counts[slot] == 0) {
            use(slot, hash(name), 1);
            return name;
        }
        int number = counts[slot];
        while (true) {
            number++;
            String candidate = name + "-" + number;
            int taken = slot(hash(candidate));
            if (counts[taken] == 0) {
                counts[slot] = number;
                use(taken, hash(candidate), 1);
                return candidate;
            }
        }
    }

    private void use(int slot, long hash, int count) {
        hashes[slot] = hash;
        counts[slot] = count;
        if (++size > hashes.length / 2) {
            grow();
        }
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** FNV-1a (draft-eastlake-fnv), its bits mixed once more, over the name in lower case. */
    private static long hash(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        return hash ^ (hash >>> 29);
    }
}
