package dev.canvelete.render.paint.vector;

import dev.canvelete.render.scene.Paint.Stop;
import java.util.ArrayList;
import java.util.List;

/**
 * A gradient's colours as pieces without gaps, between each of whose ends colour and alpha change evenly. CSS
 * interpolates premultiplied colours; where alpha changes too, that is no straight line in the colours that PDF
 * and SVG interpolate, and pieces are made small enough to follow it.
 *
 * @param end where the last piece ends: 1, or more when the colour beyond 1 is not the one at 1
 */
public record Ramp(List<Piece> pieces, double end) {
    private static final int CURVE_PIECES = 16;
    private static final double SHORTEST = 1e-5;

    /** A colour with channels of 0..1, not premultiplied. */
    public record Rgba(double red, double green, double blue, double alpha) {
        static Rgba of(int argb) {
            return new Rgba(
                    (argb >> 16 & 0xFF) / 255.0,
                    (argb >> 8 & 0xFF) / 255.0,
                    (argb & 0xFF) / 255.0,
                    (argb >>> 24) / 255.0);
        }

        boolean sameHue(Rgba other) {
            return red == other.red && green == other.green && blue == other.blue;
        }

        Rgba withAlpha(double other) {
            return new Rgba(red, green, blue, other);
        }

        /** The premultiplied mean, {@code t} of it the other colour. */
        Rgba mix(Rgba other, double t) {
            double mine = alpha * (1 - t);
            double its = other.alpha * t;
            double sum = mine + its;
            return new Rgba(
                    (red * mine + other.red * its) / sum,
                    (green * mine + other.green * its) / sum,
                    (blue * mine + other.blue * its) / sum,
                    sum);
        }
    }

    /** Colours from one offset to another, each of the ends included. */
    public record Piece(double from, double to, Rgba first, Rgba last) {}

    /** The pieces between these stops. */
    public static Ramp of(List<Stop> stops) {
        List<Piece> pieces = new ArrayList<>();
        Rgba colour = Rgba.of(stops.getFirst().argb());
        double at = 0;
        boolean edgeAtEnd = false;
        for (Stop stop : stops) {
            Rgba next = Rgba.of(stop.argb());
            double offset = Math.clamp(stop.offset(), at, 1);
            if (offset - at >= SHORTEST) {
                add(pieces, at, offset, colour, next);
                at = offset;
            } else {
                edgeAtEnd |= at == 1 && !next.equals(colour);
            }
            colour = next;
        }
        if (1 - at >= SHORTEST) {
            add(pieces, at, 1, colour, colour);
        } else if (edgeAtEnd) {
            add(pieces, 1, 2, colour, colour);
        }
        return new Ramp(pieces, pieces.getLast().to());
    }

    private static void add(List<Piece> pieces, double from, double to, Rgba first, Rgba last) {
        if (first.alpha == last.alpha || first.sameHue(last)) {
            pieces.add(new Piece(from, to, first, last));
        } else if (first.alpha == 0) {
            pieces.add(new Piece(from, to, last.withAlpha(0), last));
        } else if (last.alpha == 0) {
            pieces.add(new Piece(from, to, first, first.withAlpha(0)));
        } else {
            for (int i = 0; i < CURVE_PIECES; i++) {
                double start = (double) i / CURVE_PIECES;
                double stop = (i + 1.0) / CURVE_PIECES;
                double length = to - from;
                pieces.add(new Piece(
                        from + start * length, from + stop * length, first.mix(last, start), first.mix(last, stop)));
            }
        }
    }

    /** The one alpha of all colours, or less than 0 when there are several. */
    public double alpha() {
        double alpha = pieces.getFirst().first().alpha();
        for (Piece piece : pieces) {
            if (piece.first().alpha() != alpha || piece.last().alpha() != alpha) {
                return -1;
            }
        }
        return alpha;
    }
}
