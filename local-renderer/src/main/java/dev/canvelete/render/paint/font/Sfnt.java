package dev.canvelete.render.paint.font;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of an sfnt (OpenType 1.9, "Organization of an OpenType Font"). */
record Sfnt(String name, Map<String, ByteBuffer> tables) {
    private static final int DIRECTORY_ENTRY = 16;

    static Sfnt parse(String name, byte[] program) {
        ByteBuffer file = ByteBuffer.wrap(program).asReadOnlyBuffer();
        Map<String, ByteBuffer> tables = new HashMap<>();
        try {
            int count = file.getShort(4) & 0xFFFF;
            for (int entry = 12; entry < 12 + count * DIRECTORY_ENTRY; entry += DIRECTORY_ENTRY) {
                int tag = file.getInt(entry);
                String text = "" + (char) (tag >>> 24) + (char) (tag >> 16 & 0xFF) + (char) (tag >> 8 & 0xFF)
                        + (char) (tag & 0xFF);
                tables.put(text, file.slice(file.getInt(entry + 8), file.getInt(entry + 12)));
            }
        } catch (IndexOutOfBoundsException e) {
            throw new BrokenFontException(name, "its table directory points outside the file");
        }
        return new Sfnt(name, tables);
    }

    boolean has(String tag) {
        return tables.containsKey(tag);
    }

    /** A table of at least so many bytes. */
    ByteBuffer table(String tag, int atLeast) {
        ByteBuffer table = tables.get(tag);
        if (table == null || table.capacity() < atLeast) {
            throw broken(table == null ? "it has no table " + tag : "its table " + tag + " is cut off");
        }
        return table;
    }

    @Nullable ByteBuffer optional(String tag, int atLeast) {
        ByteBuffer table = tables.get(tag);
        return table == null || table.capacity() < atLeast ? null : table;
    }

    /** The first bytes of a table. */
    byte[] copy(String tag, int length) {
        byte[] copy = new byte[length];
        table(tag, length).get(0, copy);
        return copy;
    }

    /** One of the font's advances. */
    int advance(int[] advances, int glyph) {
        if (glyph < 0 || glyph >= advances.length) {
            throw broken("it has no glyph " + glyph);
        }
        return advances[glyph];
    }

    BrokenFontException broken(String fault) {
        return new BrokenFontException(name, fault);
    }
}
