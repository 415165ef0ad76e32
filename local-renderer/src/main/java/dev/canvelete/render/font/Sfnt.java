package dev.canvelete.render.font;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a TrueType or OpenType file (OpenType 1.9, "Organization of an OpenType font"). Immutable. */
final class Sfnt {
    /** The largest font in bytes, unwrapped. */
    static final int LARGEST = 64 << 20;

    private static final int HEADER = 12;
    private static final int ENTRY = 16;
    private static final int TRUETYPE = 0x00010000;
    private static final int APPLE_TRUETYPE = 0x74727565; // "true"
    private static final int CFF = 0x4F54544F; // "OTTO"

    private final Bytes file;
    private final Map<String, Bytes> tables;

    private Sfnt(Bytes file, Map<String, Bytes> tables) {
        this.file = file;
        this.tables = tables;
    }

    /**
     * Reads the table directory of a TTF, OTF or WOFF file.
     *
     * @throws FontException if it is none of these, or a table lies outside the file
     */
    static Sfnt read(byte[] content) {
        if (content.length > LARGEST) {
            throw new FontException(content.length + " bytes are more than " + LARGEST);
        }
        Bytes file = new Bytes(content);
        if (file.length() >= HEADER && (int) file.u32(0) == Woff.SIGNATURE) {
            file = new Bytes(Woff.unwrap(file));
        }
        int kind = file.length() < HEADER ? 0 : (int) file.u32(0);
        if (kind != TRUETYPE && kind != APPLE_TRUETYPE && kind != CFF) {
            throw new FontException("a TrueType, OpenType or WOFF 1 font is right; this is none");
        }
        Map<String, Bytes> tables = new HashMap<>();
        int count = file.u16(4);
        for (int i = 0; i < count; i++) {
            int entry = HEADER + i * ENTRY;
            String tag = file.text(entry, 4, StandardCharsets.ISO_8859_1);
            tables.put(tag, file.part(file.u32(entry + 8), file.u32(entry + 12)));
        }
        return new Sfnt(file, tables);
    }

    /** The whole file, unwrapped. */
    byte[] program() {
        return file.toArray();
    }

    @Nullable Bytes find(String tag) {
        return tables.get(tag);
    }

    Bytes table(String tag) {
        Bytes table = tables.get(tag);
        if (table == null) {
            throw new FontException("it has no table \"" + tag + "\"");
        }
        return table;
    }
}
