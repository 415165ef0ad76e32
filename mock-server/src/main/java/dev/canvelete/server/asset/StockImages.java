package dev.canvelete.server.asset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stock images that the service offers: landscapes of our own, painted when they are asked for. Thread-safe. */
public final class StockImages {
    static final String FOLDER = "stock/";

    private static final Pattern FILE = Pattern.compile("([a-z-]{1,40})-(\\d{2,4})\\.png");
    private static final int MOST_PAINTED = 32;

    private static final List<Image> IMAGES = List.of(
            new Image("mountain-sunrise", "mountain, sunrise, nature, landscape", 0x3b4a7a, 0xf7b267, 0x2c3e50),
            new Image("misty-hills", "hills, mist, morning, nature, landscape", 0x9fb8c8, 0xe8eef2, 0x5d7a83),
            new Image("forest-evening", "forest, trees, evening, nature, green", 0x28536b, 0xc2948a, 0x1f4d3a),
            new Image("desert-dunes", "desert, dunes, sand, travel, landscape", 0x6db3d6, 0xfbe3b8, 0xb9783f),
            new Image("ocean-dusk", "ocean, sea, dusk, water, travel", 0x2b2d5b, 0xe07a5f, 0x1d3557),
            new Image("spring-meadow", "meadow, spring, green, nature, sky", 0x63b3ed, 0xe6fffa, 0x4f9d54),
            new Image("winter-peaks", "winter, snow, mountain, cold, nature", 0x7f9cc0, 0xf4f8fb, 0x8fa6bd),
            new Image("autumn-valley", "autumn, valley, orange, nature, landscape", 0x6a8caf, 0xf6d6ad, 0xa4501f),
            new Image("night-ridge", "night, stars, ridge, dark, landscape", 0x0b132b, 0x3a506b, 0x05080f),
            new Image("lavender-field", "lavender, field, purple, summer, nature", 0x8ecae6, 0xfde2e4, 0x6d4c8d),
            new Image(
                    "business-skyline",
                    "business, city, skyline, office, technology, abstract",
                    0x33415c,
                    0xcbd5e1,
                    0x1b263b),
            new Image("team-horizon", "team, meeting, people, office, abstract", 0x457b9d, 0xf1faee, 0x264653));

    /** The images that every word of a query fits, or else any. */
    public List<Image> search(String query) {
        return SearchWords.find(IMAGES, image -> image.name() + " " + image.tags(), query);
    }

    Optional<AssetStore.Content> file(String name) {
        Matcher parts = FILE.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return IMAGES.stream()
                .filter(image -> image.name().equals(parts.group(1)))
                .flatMap(image -> image.widths().stream()
                        .filter(width -> width.toString().equals(parts.group(2)))
                        .map(width -> Painted.FILES.get(name, key -> Landscape.paint(image, width))))
                .findFirst()
                .map(bytes -> new AssetStore.Content(AssetFormat.PNG, bytes));
    }

    /** The same whichever server in the process paints them, and made by the first that does. */
    private static final class Painted {
        private static final Cache<String, byte[]> FILES =
                Caffeine.newBuilder().maximumSize(MOST_PAINTED).build();
    }

    /**
     * An image, in three sizes.
     *
     * @param tags separated by commas
     * @param sky the colour at the top, as {@code 0xrrggbb}
     * @param horizon the colour where the sky ends
     * @param ground the colour of what is nearest
     */
    public record Image(String name, String tags, int sky, int horizon, int ground) {
        private static final int PREVIEW = 150;
        private static final int WEB = 640;

        /** The width of the largest size, in pixels. */
        public static final int WIDTH = 1280;

        /** The height of the largest size, in pixels. */
        public static final int HEIGHT = WIDTH * 2 / 3;

        private List<Integer> widths() {
            return List.of(PREVIEW, WEB, WIDTH);
        }

        /** The name of the smallest file, for {@link AssetUrls#of(String)}. */
        public String preview() {
            return file(PREVIEW);
        }

        /** The name of the middle file. */
        public String web() {
            return file(WEB);
        }

        /** The name of the largest file. */
        public String large() {
            return file(WIDTH);
        }

        private String file(int width) {
            return FOLDER + name + "-" + width + ".png";
        }
    }
}
