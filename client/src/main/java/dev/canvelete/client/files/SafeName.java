package dev.canvelete.client.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** File names that Linux, macOS and Windows all take. */
final class SafeName {
    /** The most bytes of a name, so that an ending and a number still fit into the 255 that file systems allow. */
    private static final int MOST_BYTES = 200;

    private static final Pattern REFUSED = Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}\\p{Cf}]");
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private SafeName() {}

    /** The name with what some file system refuses replaced by {@code -}; {@code _} when nothing is left. */
    static String of(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String safe = shortened(REFUSED.matcher(composed).replaceAll("-").strip());
        safe = safe.replaceAll("[. ]+$", "").replaceAll("^\\.+", "");
        if (safe.isEmpty()) {
            return "_";
        }
        return RESERVED.matcher(safe).matches() ? "_" + safe : safe;
    }

    private static String shortened(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(UTF_8).length > MOST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
