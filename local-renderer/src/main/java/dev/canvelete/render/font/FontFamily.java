package dev.canvelete.render.font;

import dev.canvelete.api.engine.FontInfo;
import java.util.Comparator;
import java.util.List;

/**
 * The faces of one family.
 *
 * @param kind serif, monospace, sans-serif, or another word of CSS
 * @param faces one or more
 */
record FontFamily(String name, String kind, List<Cut> faces) {
    /** The lightest weight that counts as bold, so that a bold is asked for, or need not be synthesised. */
    private static final int BOLD = 600;

    /**
     * A weight and style of a family, in one file or in one for each script.
     *
     * @param files in the order in which they are asked for a character
     */
    record Cut(int weight, boolean italic, List<FontFile> files) {
        Cut {
            files = List.copyOf(files);
        }
    }

    FontFamily {
        faces = List.copyOf(faces);
    }

    /** The family as the catalogue lists it. */
    FontInfo info() {
        return new FontInfo(
                name,
                kind,
                faces.stream()
                        .map(cut -> FontInfo.variant(cut.weight, cut.italic))
                        .distinct()
                        .toList());
    }

    /** The face that CSS chooses (CSS Fonts 4, "Font style matching"). */
    Cut match(int weight, boolean italic) {
        return faces.stream()
                .min(Comparator.comparing((Cut cut) -> cut.italic != italic)
                        .thenComparingInt(cut -> distance(cut.weight, weight)))
                .orElseThrow();
    }

    /** From 400 to 500 upwards to 500 first, then downwards, then upwards; below downwards first; above upwards. */
    private static int distance(int has, int wants) {
        int outOfReach = 2000;
        if (wants >= 400 && wants <= 500) {
            boolean first = has >= wants && has <= 500;
            return first ? has - wants : has < wants ? outOfReach + wants - has : 2 * outOfReach + has;
        }
        boolean first = wants < 400 ? has <= wants : has >= wants;
        return Math.abs(has - wants) + (first ? 0 : outOfReach);
    }

    static boolean synthesisesBold(Cut cut, int weight) {
        return weight >= BOLD && cut.weight < BOLD;
    }
}
