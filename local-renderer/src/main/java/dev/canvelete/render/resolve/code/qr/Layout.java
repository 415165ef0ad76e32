package dev.canvelete.render.resolve.code.qr;

import dev.canvelete.api.design.QrElement.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Where everything lies in the symbols of a version. Immutable; made once for each version that is met, which takes 2 MB
 * if all of them are.
 */
final class Layout {
    private static final Map<Version, Layout> KNOWN = new ConcurrentHashMap<>();

    /** Masks, numbered as the references in the format information (table 10). */
    private static final int MASKS = 8;

    private final Modules patterns;

    /** The places of the data's bits, the first one first, as y * size + x. */
    private final char[] places;

    private final List<Modules> masks;

    private Layout(Version version) {
        FunctionPatterns functions = new FunctionPatterns(version);
        patterns = functions.dark();
        places = DataPath.places(functions.reserved());
        masks = IntStream.range(0, MASKS).mapToObj(this::mask).toList();
    }

    static Layout of(Version version) {
        return KNOWN.computeIfAbsent(version, Layout::new);
    }

    private Modules mask(int reference) {
        Modules mask = new Modules(patterns.size());
        for (char place : places) {
            int x = place % patterns.size();
            int y = place / patterns.size();
            if (inverts(reference, x, y)) {
                mask.darken(x, y);
            }
        }
        return mask;
    }

    private static boolean inverts(int mask, int x, int y) {
        return switch (mask) {
            case 0 -> (y + x) % 2 == 0;
            case 1 -> y % 2 == 0;
            case 2 -> x % 3 == 0;
            case 3 -> (y + x) % 3 == 0;
            case 4 -> (y / 2 + x / 3) % 2 == 0;
            case 5 -> y * x % 2 + y * x % 3 == 0;
            case 6 -> (y * x % 2 + y * x % 3) % 2 == 0;
            case 7 -> ((y + x) % 2 + y * x % 3) % 2 == 0;
            default -> throw new IllegalArgumentException("no mask " + mask);
        };
    }

    /** The symbol under the mask that leaves it easiest to read. */
    Modules draw(Codewords codewords) {
        Modules bare = bare(codewords.bytes());
        Modules masked = new Modules(patterns.size());
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < MASKS; mask++) {
            draw(bare, mask, codewords.level(), masked);
            int penalty = Penalty.of(masked, least);
            if (penalty < least) {
                least = penalty;
                best = mask;
            }
        }
        draw(bare, best, codewords.level(), masked);
        return masked;
    }

    /** The function patterns and the data, not yet masked. */
    private Modules bare(byte[] bytes) {
        Modules bare = new Modules(patterns.size());
        bare.copy(patterns);
        for (int i = 0; i < bytes.length * 8; i++) {
            if ((bytes[i >> 3] >> 7 - (i & 7) & 1) != 0) {
                bare.darken(places[i] % patterns.size(), places[i] / patterns.size());
            }
        }
        return bare;
    }

    private void draw(Modules bare, int mask, Level level, Modules target) {
        target.difference(bare, masks.get(mask));
        FormatInformation.draw(level, mask, target);
    }
}
