package dev.canvelete.render.css;

import dev.canvelete.render.scene.Paint.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A gradient's colour stops (CSS Images Module Level 3, 3.4). */
final class Stops {
    /** More stops than any design has. */
    private static final int MOST = 256;

    /** How many pieces a transition with a hint is drawn in. */
    private static final int HINT_PIECES = 16;

    private Stops() {}

    /** A stop whose place may not be known yet ({@code NaN}), or a hint, which has no colour. */
    private record Raw(double offset, int argb, boolean hint) {}

    /**
     * Reads stops.
     *
     * @param length of the gradient line in pixels, for stops placed in pixels
     * @return offsets ascending, not necessarily within 0..1
     */
    static List<Stop> parse(List<String> arguments, double length) {
        if (arguments.size() < 2 || arguments.size() > MOST) {
            throw new IllegalArgumentException(
                    arguments.size() + " colour stops; a gradient has 2 to " + MOST + " of them");
        }
        List<Raw> raw = new ArrayList<>();
        for (String argument : arguments) {
            read(argument, length, raw);
        }
        if (raw.get(0).hint || raw.get(raw.size() - 1).hint) {
            throw new IllegalArgumentException("a gradient begins and ends with a colour");
        }
        return hinted(placed(raw));
    }

    private static void read(String argument, double length, List<Raw> raw) {
        List<String> words = CssSyntax.bySpace(argument);
        if (words.size() == 1 && offset(words.get(0), length).isPresent()) {
            raw.add(new Raw(offset(words.get(0), length).getAsDouble(), 0, true));
            return;
        }
        if (words.isEmpty() || words.size() > 3) {
            throw noStop(argument);
        }
        boolean colorFirst = offset(words.get(0), length).isEmpty();
        int argb = Colors.parse(words.get(colorFirst ? 0 : words.size() - 1));
        List<String> places = colorFirst ? words.subList(1, words.size()) : words.subList(0, words.size() - 1);
        for (String place : places) {
            raw.add(new Raw(offset(place, length).orElseThrow(() -> noStop(argument)), argb, false));
        }
        if (places.isEmpty()) {
            raw.add(new Raw(Double.NaN, argb, false));
        }
    }

    private static OptionalDouble offset(String word, double length) {
        OptionalDouble percent = CssSyntax.number(word, "%");
        if (percent.isPresent()) {
            return OptionalDouble.of(percent.getAsDouble() / 100);
        }
        OptionalDouble pixels = CssSyntax.number(word, "px");
        if (pixels.isEmpty() && word.strip().equals("0")) {
            pixels = OptionalDouble.of(0);
        }
        return pixels.isEmpty() ? pixels : OptionalDouble.of(length > 0 ? pixels.getAsDouble() / length : 0);
    }

    /** Gives every stop a place: the ends 0 and 1, none before its forerunner, the rest evenly between. */
    private static List<Raw> placed(List<Raw> raw) {
        int last = raw.size() - 1;
        double[] offsets = raw.stream().mapToDouble(Raw::offset).toArray();
        offsets[0] = Double.isNaN(offsets[0]) ? 0 : offsets[0];
        offsets[last] = Double.isNaN(offsets[last]) ? 1 : offsets[last];
        double reached = offsets[0];
        for (int i = 1; i <= last; i++) {
            if (!Double.isNaN(offsets[i])) {
                offsets[i] = Math.max(offsets[i], reached);
                reached = offsets[i];
            }
        }
        int known = 0;
        for (int i = 1; i <= last; i++) {
            if (!Double.isNaN(offsets[i])) {
                for (int j = known + 1; j < i; j++) {
                    offsets[j] = offsets[known] + (offsets[i] - offsets[known]) * (j - known) / (i - known);
                }
                known = i;
            }
        }
        List<Raw> placed = new ArrayList<>(raw.size());
        for (int i = 0; i <= last; i++) {
            placed.add(new Raw(offsets[i], raw.get(i).argb, raw.get(i).hint));
        }
        return placed;
    }

    /** Replaces hints by stops along the curve that they ask for. */
    private static List<Stop> hinted(List<Raw> raw) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            if (!raw.get(i).hint) {
                stops.add(new Stop(raw.get(i).offset, raw.get(i).argb));
                continue;
            }
            Raw from = raw.get(i - 1);
            Raw to = raw.get(i + 1);
            double span = to.offset - from.offset;
            double middle = span > 0 ? (raw.get(i).offset - from.offset) / span : 0.5;
            if (from.hint || to.hint) {
                throw new IllegalArgumentException("a hint stands between two colours");
            }
            for (int piece = 1; piece < HINT_PIECES; piece++) {
                double at = (double) piece / HINT_PIECES;
                double share = middle <= 0 ? 1 : middle >= 1 ? 0 : Math.pow(at, Math.log(0.5) / Math.log(middle));
                stops.add(new Stop(from.offset + span * at, between(from.argb, to.argb, share)));
            }
        }
        return stops;
    }

    /** The colour at a share of the way, interpolated premultiplied. */
    static int between(int from, int to, double share) {
        double alphaFrom = (from >>> 24) * (1 - share);
        double alphaTo = (to >>> 24) * share;
        double alpha = alphaFrom + alphaTo;
        if (alpha < 0.5) {
            return Colors.TRANSPARENT;
        }
        int argb = (int) Math.round(alpha) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            double channel = ((from >> shift & 0xFF) * alphaFrom + (to >> shift & 0xFF) * alphaTo) / alpha;
            argb |= (int) Math.round(channel) << shift;
        }
        return argb;
    }

    private static IllegalArgumentException noStop(String css) {
        return new IllegalArgumentException(
                "\"" + css + "\" is no colour stop; a colour and at most two places in % or px are right");
    }
}
