package dev.canvelete.render.paint.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a font program together from glyphs, numbered anew in the order given. The outlines come last in the file, so
 * that whoever keeps them compressed need only compress what is ahead of them.
 */
public final class TrueTypeSubset {
    private static final int DIRECTORY_ENTRY = 16;
    private static final int MAX_SHORT_LOCA = 0xFFFF * 2;
    private static final int CHECKSUM_MAGIC = 0xB1B0AFBA;

    private final FontProgram program;
    private final byte[] head;
    private final byte[] hhea;

    /** Reads what every subset of a font shares. Thread-safe. */
    public TrueTypeSubset(FontProgram program) {
        this.program = program;
        this.head = program.table("head", 54);
        this.hhea = program.table("hhea", 36);
        ByteBuffer.wrap(head).putInt(8, 0).putShort(16, (short) 3);
    }

    /**
     * All of the file up to the glyphs' own data, which must follow in the same order.
     *
     * @param advances of each glyph, in font units
     * @param extra further tables by tag, as a use outside PDF needs them
     */
    public byte[] front(List<TrueTypeGlyph> glyphs, int[] advances, Map<String, byte[]> extra) {
        int outlines = 0;
        int checksum = 0;
        for (TrueTypeGlyph glyph : glyphs) {
            outlines += glyph.data().length;
            checksum += glyph.checksum();
        }
        boolean wide = outlines > MAX_SHORT_LOCA;
        Map<String, byte[]> tables = new TreeMap<>(extra);
        tables.put("head", head(wide));
        tables.put("hhea", hhea(glyphs.size()));
        tables.put("hmtx", hmtx(glyphs, advances));
        tables.put("loca", loca(glyphs, wide));
        tables.put("maxp", maxp(glyphs));
        tables.put("glyf", new byte[0]);
        return assemble(tables, outlines, checksum);
    }

    /** A whole font file. */
    public byte[] file(List<TrueTypeGlyph> glyphs, int[] advances, Map<String, byte[]> extra) {
        byte[] front = front(glyphs, advances, extra);
        int length = glyphs.stream().mapToInt(glyph -> glyph.data().length).sum();
        ByteBuffer file = ByteBuffer.allocate(front.length + length).put(front);
        glyphs.forEach(glyph -> file.put(glyph.data()));
        return file.array();
    }

    /** The font that subsets are cut from. */
    public FontProgram program() {
        return program;
    }

    private byte[] head(boolean wide) {
        byte[] table = head.clone();
        ByteBuffer.wrap(table).putShort(50, (short) (wide ? 1 : 0));
        return table;
    }

    private byte[] hhea(int count) {
        byte[] table = hhea.clone();
        ByteBuffer.wrap(table).putShort(34, (short) count);
        return table;
    }

    private static byte[] hmtx(List<TrueTypeGlyph> glyphs, int[] advances) {
        ByteBuffer table = ByteBuffer.allocate(glyphs.size() * 4);
        for (int i = 0; i < glyphs.size(); i++) {
            table.putShort((short) advances[i]).putShort((short) glyphs.get(i).xMin());
        }
        return table.array();
    }

    private static byte[] loca(List<TrueTypeGlyph> glyphs, boolean wide) {
        ByteBuffer table = ByteBuffer.allocate((glyphs.size() + 1) * (wide ? 4 : 2));
        int offset = 0;
        for (int i = 0; i <= glyphs.size(); i++) {
            if (wide) {
                table.putInt(offset);
            } else {
                table.putShort((short) (offset / 2));
            }
            offset += i < glyphs.size() ? glyphs.get(i).data().length : 0;
        }
        return table.array();
    }

    private static byte[] maxp(List<TrueTypeGlyph> glyphs) {
        int points = 0;
        int contours = 0;
        for (TrueTypeGlyph glyph : glyphs) {
            points = Math.max(points, glyph.points());
            contours = Math.max(contours, glyph.contours());
        }
        return ByteBuffer.allocate(32)
                .putInt(0x00010000)
                .putShort((short) glyphs.size())
                .putShort((short) points)
                .putShort((short) contours)
                .putShort(14, (short) 1)
                .array();
    }

    private static byte[] assemble(Map<String, byte[]> tables, int outlines, int outlinesChecksum) {
        int length = 12 + tables.size() * DIRECTORY_ENTRY;
        for (byte[] table : tables.values()) {
            length += table.length + 3 & ~3;
        }
        ByteBuffer file = ByteBuffer.allocate(length);
        int power = Integer.highestOneBit(tables.size());
        file.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (power * DIRECTORY_ENTRY));
        file.putShort((short) Integer.numberOfTrailingZeros(power));
        file.putShort((short) ((tables.size() - power) * DIRECTORY_ENTRY));
        int offset = 12 + tables.size() * DIRECTORY_ENTRY;
        int head = 0;
        for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
            byte[] table = entry.getValue();
            boolean last = entry.getKey().equals("glyf");
            int padded = table.length + 3 & ~3;
            file.put(offset, table);
            file.put(entry.getKey().getBytes(StandardCharsets.ISO_8859_1));
            file.putInt(last ? outlinesChecksum : TrueTypeGlyph.checksum(file.array(), offset, offset + padded));
            file.putInt(last ? length : offset).putInt(last ? outlines : table.length);
            head = entry.getKey().equals("head") ? offset : head;
            offset += padded;
        }
        int sum = TrueTypeGlyph.checksum(file.array(), 0, length) + outlinesChecksum;
        file.putInt(head + 8, CHECKSUM_MAGIC - sum);
        return file.array();
    }
}
