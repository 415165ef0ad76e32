package dev.canvelete.api.engine;

import java.util.List;

/**
 * A font family that an engine can draw with.
 *
 * @param family as a design names it
 * @param category serif, sans-serif, monospace, display or handwriting
 * @param variants its weights and styles: {@code regular}, {@code italic}, {@code 700}, {@code 700italic}
 */
public record FontInfo(String family, String category, List<String> variants) {
    public FontInfo {
        variants = List.copyOf(variants);
    }

    /** What a weight and style is called: {@code 700italic}; 400 is {@code regular}. */
    public static String variant(int weight, boolean italic) {
        if (weight == 400) {
            return italic ? "italic" : "regular";
        }
        return weight + (italic ? "italic" : "");
    }
}
