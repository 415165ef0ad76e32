package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * A Huffman code for as many symbols as one alphabet of deflate has (RFC 1951, 3.2.2), made anew for each block in the
 * same arrays. Not thread-safe.
 */
final class HuffmanCode {
    /** How often each symbol occurs; the caller counts here, and {@link #build} reads it. */
    final int[] counts;

    /** How many bits each symbol's code has, 0 for symbols that do not occur. */
    final int[] lengths;

    /** Each symbol's code, its first bit lowest. */
    final int[] codes;

    private final int limit;
    private final long[] sorted;
    private final int[] depths;
    private final int[] ofLength = new int[64];

    HuffmanCode(int symbols, int limit) {
        this.limit = limit;
        counts = new int[symbols];
        lengths = new int[symbols];
        codes = new int[symbols];
        sorted = new long[symbols];
        depths = new int[symbols];
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    /** Adds the counts to totals and clears them. */
    void drain(long[] totals) {
        for (int symbol = 0; symbol < counts.length; symbol++) {
            totals[symbol] += counts[symbol];
        }
        clear();
    }

    /** Makes the shortest code for the counts whose codes have at most as many bits as the limit allows. */
    void build() {
        int used = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            lengths[symbol] = 0;
            if (counts[symbol] > 0) {
                sorted[used++] = (long) counts[symbol] << 16 | symbol;
            }
        }
        Arrays.sort(sorted, 0, used);
        for (int i = 0; i < used; i++) {
            depths[i] = (int) (sorted[i] >>> 16);
        }
        minimumRedundancy(depths, used);
        limitLengths(used);
        int next = used;
        for (int length = 1; length <= limit; length++) {
            for (int i = ofLength[length]; i > 0; i--) {
                lengths[(int) sorted[--next] & 0xFFFF] = length;
            }
        }
        assign();
    }

    /**
     * Turns counts in ascending order into code lengths in place: A. Moffat and J. Katajainen, "In-place calculation of
     * minimum-redundancy codes" (WADS 1995).
     */
    private static void minimumRedundancy(int[] a, int n) {
        if (n < 2) {
            Arrays.fill(a, 0, n, 1);
            return;
        }
        a[0] += a[1];
        int root = 0;
        int leaf = 2;
        for (int next = 1; next < n - 1; next++) {
            boolean first = leaf >= n || a[root] < a[leaf];
            a[next] = first ? a[root] : a[leaf++];
            if (first) {
                a[root++] = next;
            }
            boolean second = leaf >= n || root < next && a[root] < a[leaf];
            a[next] += second ? a[root] : a[leaf++];
            if (second) {
                a[root++] = next;
            }
        }
        a[n - 2] = 0;
        for (int next = n - 3; next >= 0; next--) {
            a[next] = a[a[next]] + 1;
        }
        int available = 1;
        int inner = 0;
        int depth = 0;
        root = n - 2;
        for (int next = n - 1; available > 0; depth++) {
            while (root >= 0 && a[root] == depth) {
                inner++;
                root--;
            }
            while (available > inner) {
                a[next--] = depth;
                available--;
            }
            available = 2 * inner;
            inner = 0;
        }
    }

    /** Counts the codes of each length, and shortens those over the limit at the expense of shorter ones. */
    private void limitLengths(int used) {
        Arrays.fill(ofLength, 0);
        for (int i = 0; i < used; i++) {
            ofLength[Math.min(depths[i], limit)]++;
        }
        int share = 0;
        for (int length = 1; length <= limit; length++) {
            share += ofLength[length] << limit - length;
        }
        for (; share > 1 << limit; share--) {
            int shorter = limit - 1;
            while (ofLength[shorter] == 0) {
                shorter--;
            }
            ofLength[limit]--;
            ofLength[shorter]--;
            ofLength[shorter + 1] += 2;
        }
    }

    /** Gives out codes in order of length and symbol, as RFC 1951 wants. */
    private void assign() {
        int[] next = depths;
        int code = 0;
        next[0] = 0;
        for (int length = 1; length <= limit; length++) {
            code = code + (length > 1 ? ofLength[length - 1] : 0) << 1;
            next[length] = code;
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> 32 - length;
            }
        }
    }
}
