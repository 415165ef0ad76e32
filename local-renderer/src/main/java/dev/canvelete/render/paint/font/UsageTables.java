package dev.canvelete.render.paint.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tables that a font needs beyond its outlines when it is used by characters (OpenType 1.9). */
public final class UsageTables {
    private static final int WINDOWS = 3;
    private static final int BMP = 1;
    private static final int FULL = 10;
    private static final int LAST_BMP = 0xFFFF;

    private UsageTables() {}

    /**
     * The tables {@code cmap}, {@code name}, {@code OS/2} and {@code post} of a regular, upright font.
     *
     * @param glyphs of characters
     */
    public static Map<String, byte[]> of(String family, FontMetrics metrics, NavigableMap<Integer, Integer> glyphs) {
        return Map.of(
                "cmap", cmap(glyphs),
                "name", name(family),
                "OS/2", os2(metrics, glyphs),
                "post", ByteBuffer.allocate(32).putInt(0x00030000).array());
    }

    private static byte[] cmap(NavigableMap<Integer, Integer> glyphs) {
        byte[] segments = segments(new TreeMap<>(glyphs.headMap(LAST_BMP, false)));
        byte[] groups = groups(glyphs);
        ByteBuffer out = ByteBuffer.allocate(20 + segments.length + groups.length);
        out.putShort((short) 0).putShort((short) 2);
        out.putShort((short) WINDOWS).putShort((short) BMP).putInt(20);
        out.putShort((short) WINDOWS).putShort((short) FULL).putInt(20 + segments.length);
        return out.put(segments).put(groups).array();
    }

    /** Format 4: one segment to the character, and the last one that the format wants. */
    private static byte[] segments(NavigableMap<Integer, Integer> glyphs) {
        glyphs.put(LAST_BMP, 0);
        int count = glyphs.size();
        int power = Integer.highestOneBit(count);
        ByteBuffer out = ByteBuffer.allocate(16 + 8 * count);
        out.putShort((short) 4).putShort((short) out.capacity()).putShort((short) 0);
        out.putShort((short) (2 * count)).putShort((short) (2 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (2 * (count - power)));
        glyphs.keySet().forEach(c -> out.putShort(c.shortValue()));
        out.putShort((short) 0);
        glyphs.keySet().forEach(c -> out.putShort(c.shortValue()));
        glyphs.forEach((c, glyph) -> out.putShort((short) (c == LAST_BMP ? 1 : glyph - c)));
        return out.array();
    }

    /** Format 12: one group to the character. */
    private static byte[] groups(NavigableMap<Integer, Integer> glyphs) {
        ByteBuffer out = ByteBuffer.allocate(16 + 12 * glyphs.size());
        out.putShort((short) 12).putShort((short) 0).putInt(out.capacity()).putInt(0);
        out.putInt(glyphs.size());
        glyphs.forEach((c, glyph) -> out.putInt(c).putInt(c).putInt(glyph));
        return out.array();
    }

    /** Family, style, unique, full and PostScript name. */
    private static byte[] name(String family) {
        String[] names = {family, "Regular", family, family, family};
        int[] ids = {1, 2, 3, 4, 6};
        StringBuilder text = new StringBuilder();
        ByteBuffer records = ByteBuffer.allocate(6 + 12 * ids.length);
        records.putShort((short) 0).putShort((short) ids.length).putShort((short) records.capacity());
        for (int i = 0; i < ids.length; i++) {
            records.putShort((short) WINDOWS).putShort((short) BMP).putShort((short) 0x409);
            records.putShort((short) ids[i]).putShort((short) (2 * names[i].length()));
            records.putShort((short) (2 * text.length()));
            text.append(names[i]);
        }
        byte[] characters = text.toString().getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(records.capacity() + characters.length)
                .put(records.array())
                .put(characters)
                .array();
    }

    private static byte[] os2(FontMetrics metrics, NavigableMap<Integer, Integer> glyphs) {
        int first = glyphs.isEmpty() ? 0 : Math.min(glyphs.firstKey(), LAST_BMP);
        int last = glyphs.isEmpty() ? 0 : Math.min(glyphs.lastKey(), LAST_BMP);
        ByteBuffer out = ByteBuffer.allocate(96);
        out.putShort(0, (short) 4);
        out.putShort(2, (short) (metrics.unitsPerEm() / 2));
        out.putShort(4, (short) 400).putShort(6, (short) 5);
        out.putShort(62, (short) 0x40).putShort(64, (short) first).putShort(66, (short) last);
        out.putShort(68, (short) metrics.ascent()).putShort(70, (short) metrics.descent());
        out.putShort(74, (short) Math.max(0, metrics.ascent())).putShort(76, (short) Math.max(0, -metrics.descent()));
        return out.putShort(88, (short) metrics.capHeight()).array();
    }
}
