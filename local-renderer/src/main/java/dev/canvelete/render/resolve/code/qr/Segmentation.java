package dev.canvelete.render.resolve.code.qr;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a content into segments. It begins with runs of the tightest mode of each unit; then a run that would not earn
 * what a change of modes costs is given to its neighbour's mode, first looking forward, then back. For one thread.
 */
final class Segmentation {
    private final SizeClass sizes;
    private final Mode[] modes;
    private final int[] ends;
    private final int runs;

    private Segmentation(char[] units, SizeClass sizes) {
        this.sizes = sizes;
        modes = new Mode[units.length];
        ends = new int[units.length];
        int run = -1;
        for (int i = 0; i < units.length; i++) {
            Mode mode = Mode.of(units[i]);
            if (run < 0 || mode != modes[run]) {
                modes[++run] = mode;
            }
            ends[run] = i + 1;
        }
        runs = run + 1;
    }

    static List<Segment> of(char[] units, SizeClass sizes) {
        Segmentation segmentation = new Segmentation(units, sizes);
        segmentation.settle();
        return segmentation.joined();
    }

    private void settle() {
        for (int i = 0; i + 1 < runs; i++) {
            settle(i, i + 1, i + 2);
        }
        for (int i = runs - 1; i > 0; i--) {
            settle(i, i - 1, i - 2);
        }
    }

    private void settle(int run, int neighbour, int beyond) {
        boolean returns = beyond >= 0 && beyond < runs && modes[beyond] == modes[run];
        int length = ends[neighbour] - (neighbour == 0 ? 0 : ends[neighbour - 1]);
        if (length < worthwhile(modes[run], modes[neighbour], returns)) {
            modes[neighbour] = modes[run];
        }
    }

    /**
     * How long a run must be to earn its mode.
     *
     * @param returns whether the mode of its neighbour follows at its other side too
     */
    private int worthwhile(Mode neighbour, Mode mode, boolean returns) {
        return switch (neighbour) {
            case BYTES ->
                switch (mode) {
                    case NUMERIC -> returns ? bySize(4, 7, 7) : bySize(3, 3, 4);
                    case ALPHANUMERIC -> returns ? bySize(7, 11, 12) : bySize(4, 5, 6);
                    case KANJI -> returns ? bySize(6, 9, 10) : bySize(3, 4, 4);
                    case BYTES -> 0;
                };
            case ALPHANUMERIC -> mode == Mode.NUMERIC ? returns ? bySize(9, 12, 15) : bySize(6, 9, 9) : 0;
            case NUMERIC, KANJI -> 0;
        };
    }

    private int bySize(int small, int medium, int large) {
        return switch (sizes) {
            case SMALL -> small;
            case MEDIUM -> medium;
            case LARGE -> large;
        };
    }

    private List<Segment> joined() {
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < runs; i++) {
            if (i + 1 == runs || modes[i + 1] != modes[i]) {
                segments.add(new Segment(modes[i], from, ends[i]));
                from = ends[i];
            }
        }
        return segments;
    }
}
