package dev.canvelete.render.resource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of a user's own fonts. */
public final class FontFolder {
    private static final int MOST_FILES = 1000;
    private static final int MOST_BYTES = 32 << 20;

    private FontFolder() {}

    /**
     * Every TTF, OTF and WOFF file in the folder and below it, by its path in the folder.
     *
     * @throws IllegalArgumentException naming what cannot be read
     */
    public static SortedMap<String, byte[]> read(Path folder) {
        SortedMap<String, byte[]> fonts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            Path[] found =
                    files.filter(FontFolder::isFont).limit(MOST_FILES + 1L).toArray(Path[]::new);
            if (found.length > MOST_FILES) {
                throw new IllegalArgumentException(folder + " holds more than " + MOST_FILES + " fonts");
            }
            for (Path file : found) {
                fonts.put(folder.relativize(file).toString(), content(file));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the font folder " + folder + " cannot be read", e);
        }
        return fonts;
    }

    private static boolean isFont(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && Stream.of(".ttf", ".otf", ".woff").anyMatch(name::endsWith);
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(file + " is larger than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }
}
