package dev.canvelete.render.font;

import java.util.Arrays;
import java.util.List;

/** The characters that a file is there for, in the notation of CSS's {@code unicode-range}. Immutable. */
final class Coverage {
    static final Coverage ALL = parse("U+0-10FFFF");

    private final int[][] ranges;

    private Coverage(int[][] ranges) {
        this.ranges = ranges;
    }

    static Coverage parse(String text) {
        return new Coverage(Arrays.stream(text.split(","))
                .map(range -> List.of(range.substring(2).split("-")))
                .map(ends -> new int[] {Integer.parseInt(ends.getFirst(), 16), Integer.parseInt(ends.getLast(), 16)})
                .toArray(int[][]::new));
    }

    boolean contains(int codePoint) {
        for (int[] range : ranges) {
            if (range[0] <= codePoint && codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
