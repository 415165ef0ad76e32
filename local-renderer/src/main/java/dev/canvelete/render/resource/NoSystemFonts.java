package dev.canvelete.render.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets the JDK's text engine start on a machine that has no fonts at all, as in small containers. It looks for some to
 * name as its logical fonts, which nothing here uses, and will not start without; a table that names a file which is not
 * there is enough for it.
 */
public final class NoSystemFonts {
    private static final String TABLE = "sun.awt.fontconfig";
    private static final String LOGICAL_FONTS = "serif sansserif monospaced dialog dialoginput";
    private static final String STYLES = "plain bold italic bolditalic";

    private NoSystemFonts() {}

    /** Tells the JDK that there are no fonts, unless somebody has told it which there are. */
    public static synchronized void tell() {
        if (System.getProperty(TABLE) != null) {
            return;
        }
        try {
            Path file = Files.createTempFile("no-fonts", ".properties");
            file.toFile().deleteOnExit();
            Files.writeString(file, table());
            System.setProperty(TABLE, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table() {
        String fonts = Stream.of(LOGICAL_FONTS.split(" "))
                .flatMap(family -> Stream.of(STYLES.split(" ")).map(style -> family + "." + style + ".default=none\n"))
                .collect(Collectors.joining());
        return "version=1\nsequence.allfonts=default\n" + fonts + "filename.none=none.ttf\n";
    }
}
