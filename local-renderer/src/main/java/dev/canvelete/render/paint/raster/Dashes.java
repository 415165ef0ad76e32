package dev.canvelete.render.paint.raster;

import java.util.List;
import java.util.function.Consumer;

/** Cuts lines into dashes. */
final class Dashes {
    /** A line of more dashes than this is drawn solid: they could not be told apart. */
    private static final double MOST = 100_000;

    /** The length of a dash that has none: it must still know which way its caps look. */
    private static final double DOT = 1e-3;

    private final double[] pattern;
    private final double sum;
    private final double offset;
    private final Polyline dash = new Polyline();

    Dashes(List<Double> pattern, double offset) {
        this.pattern = pattern.stream().mapToDouble(each -> Math.max(0, each)).toArray();
        double total = 0;
        for (double each : this.pattern) {
            total += each;
        }
        sum = total;
        this.offset = offset;
        for (int i = 0; i + 1 < this.pattern.length; i += 2) {
            double lacking = Math.max(0, DOT - this.pattern[i]);
            this.pattern[i] += lacking;
            this.pattern[i + 1] = Math.max(0, this.pattern[i + 1] - lacking);
        }
    }

    /** Passes on each dash of a line, in an object that is used again for the next; a solid line as it is. */
    void each(Polyline line, Consumer<Polyline> out) {
        double length = line.length();
        if (!(sum > 0) || !Double.isFinite(sum) || !Double.isFinite(offset) || length / sum * pattern.length > MOST) {
            out.accept(line);
            return;
        }
        double phase = offset % sum < 0 ? offset % sum + sum : offset % sum;
        int index = 0;
        while (phase >= pattern[index]) {
            phase -= pattern[index];
            index = (index + 1) % pattern.length;
        }
        cut(line, index, pattern[index] - phase, out);
    }

    /** @param left how much of the dash or gap {@code index} is left where the line begins */
    private void cut(Polyline line, int index, double left, Consumer<Polyline> out) {
        dash.clear();
        for (int piece = 0; piece < line.pieces(); piece++) {
            double length = line.length(piece);
            double at = 0;
            point(line, piece, 0, index);
            while (at + left < length) {
                at += left;
                point(line, piece, at / length, index);
                if (index % 2 == 0) {
                    out.accept(dash);
                    dash.clear();
                }
                index = (index + 1) % pattern.length;
                left = pattern[index];
                point(line, piece, at / length, index);
            }
            left -= length - at;
            point(line, piece, 1, index);
        }
        if (dash.size() > 1) {
            out.accept(dash);
        }
    }

    private void point(Polyline line, int piece, double t, int index) {
        if (index % 2 == 0) {
            double x = line.x(piece);
            double y = line.y(piece);
            dash.add(x + (line.x(piece + 1) - x) * t, y + (line.y(piece + 1) - y) * t);
        }
    }
}
