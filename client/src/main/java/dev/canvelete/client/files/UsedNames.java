package dev.canvelete.client.files;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes names unique by {@code -2}, {@code -3} …, in the order in which they are asked for; names that differ by case
 * alone count as equal, as some file systems have it. It remembers hashes of names, 11 to 22 bytes each; two different
 * names of one hash would only cost a needless number. Not thread-safe.
 */
public final class UsedNames {
    private static final int FIRST_CAPACITY = 1 << 10;

    /** Hashes, each at the first free place from where it belongs; 0 is a free place. */
    private long[] places = new long[FIRST_CAPACITY];

    private int size;
    private final Map<Long, Integer> lastNumbers = new HashMap<>();

    /** The name, if it is new, or else with the first number that makes it new. */
    public String unique(String name) {
        long hash = hash(name);
        if (add(hash)) {
            return name;
        }
        int number = lastNumbers.getOrDefault(hash, 1);
        String candidate;
        do {
            number++;
            candidate = name + "-" + number;
        } while (!add(hash(candidate)));
        lastNumbers.put(hash, number);
        return candidate;
    }

    private boolean add(long hash) {
        int place = place(hash);
        if (places[place] == hash) {
            return false;
        }
        places[place] = hash;
        size++;
        if (size > places.length / 4 * 3) {
            grow();
        }
        return true;
    }

    private void grow() {
        long[] old = places;
        places = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                places[place(hash)] = hash;
            }
        }
    }

    private int place(long hash) {
        int mask = places.length - 1;
        int place = (int) (hash ^ (hash >>> 32)) & mask;
        while (places[place] != 0 && places[place] != hash) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** FNV-1a (draft-eastlake-fnv), its bits mixed once more, over the name in lower case; never 0. */
    private static long hash(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
