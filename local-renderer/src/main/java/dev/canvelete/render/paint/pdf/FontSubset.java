package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.font.TrueTypeGlyph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The glyphs of a font that one document uses, numbered in the order of first use. A glyph that stands for different
 * texts at different places has a number for each, so that each extracts as what it is.
 */
final class FontSubset {
    private static final String NO_TEXT = "";
    private static final int RANGES_IN_SECTION = 100;
    private static final String CMAP_HEAD =
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)"
                    + "/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def "
                    + "1 begincodespacerange<0000><FFFF>endcodespacerange\n";
    private static final String CMAP_TAIL = "endcmap CMapName currentdict/CMap defineresource pop end end\n";

    private final FontFace face;
    private final Settled settled;
    private int[] glyphs;
    private String[] texts;
    private int[] slots;
    private int count;

    FontSubset(FontFace face) {
        this(face, Settled.NOTHING, 0, new int[32], new String[32], new int[64]);
        code(0, NO_TEXT, 0, 0);
    }

    private FontSubset(FontFace face, Settled settled, int count, int[] glyphs, String[] texts, int[] slots) {
        this.face = face;
        this.settled = settled;
        this.count = count;
        this.glyphs = glyphs;
        this.texts = texts;
        this.slots = slots;
    }

    /**
     * What many documents have in common, compressed.
     *
     * @param count of glyphs, with which the numbering begins
     * @param front of a font file with these glyphs only
     * @param outlines of the glyphs
     * @param unicode the beginning of the map to Unicode
     * @param unicodeText the same uncompressed
     */
    private record Settled(int count, Deflated front, Deflated outlines, Deflated unicode, PdfBuffer unicodeText) {
        static final Settled NOTHING = nothing(new PdfBuffer(CMAP_HEAD.length()).put(CMAP_HEAD));

        private static Settled nothing(PdfBuffer unicodeText) {
            Deflated unicode = Deflated.of(unicodeText.toBytes());
            return new Settled(0, Deflated.NOTHING, Deflated.NOTHING, unicode, unicodeText);
        }
    }

    /** The same, with what other documents with these glyphs share compressed. */
    FontSubset settled(Compressor compressor) {
        PdfBuffer outlines = new PdfBuffer();
        for (int code = 0; code < count; code++) {
            outlines.raw(face.piece(glyphs[code]).glyph().data());
        }
        PdfBuffer unicode = new PdfBuffer(1024).put(CMAP_HEAD);
        ranges(0, unicode);
        Settled all = new Settled(
                count,
                compressor.blocks(front()),
                compressor.blocks(outlines.toBytes()),
                compressor.blocks(unicode.toBytes()),
                unicode);
        return new FontSubset(face, all, count, glyphs, texts, slots);
    }

    /** A subset to which further glyphs are added while this one stays as it is. */
    FontSubset fork() {
        return new FontSubset(face, settled, count, glyphs.clone(), texts.clone(), slots.clone());
    }

    FontFace face() {
        return face;
    }

    /** The glyph's number in this document when it stands for a part of a text. */
    int code(int glyph, String text, int from, int to) {
        int mask = slots.length - 1;
        int slot = glyph * 0x9E3779B9 >>> 16 & mask;
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (glyphs[code] == glyph && texts[code].length() == to - from && text.startsWith(texts[code], from)) {
                return code;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = add(glyph, text.substring(from, to)) + 1;
        if (count * 2 > slots.length) {
            rehash();
        }
        return count - 1;
    }

    private int add(int glyph, String text) {
        if (count > 0xFFFF) {
            throw new IllegalArgumentException("font " + face.name() + ": more than 65536 glyphs in one document");
        }
        if (count == glyphs.length) {
            glyphs = Arrays.copyOf(glyphs, count * 2);
            texts = Arrays.copyOf(texts, count * 2);
        }
        glyphs[count] = glyph;
        texts[count] = text;
        return count++;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int code = 0; code < count; code++) {
            int slot = glyphs[code] * 0x9E3779B9 >>> 16 & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = code + 1;
        }
    }

    /** The font's name with a tag that tells this set of glyphs from others. */
    String name() {
        int hash = 1;
        for (int code = 0; code < count; code++) {
            hash = hash * 31 + glyphs[code];
        }
        StringBuilder tag = new StringBuilder(face.name().length() + 7);
        long rest = Integer.toUnsignedLong(hash * 0x9E3779B9);
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + rest % 26));
            rest /= 26;
        }
        return tag.append('+').append(face.name()).toString();
    }

    PdfBuffer widths(PdfBuffer out) {
        out.put("/W[0[");
        for (int code = 0; code < count; code++) {
            out.integer(face.width(glyphs[code]));
        }
        return out.put("]]");
    }

    /** The font program, in parts. */
    List<Deflated> fontFile(Compressor compressor) {
        if (count == settled.count) {
            return List.of(settled.front, settled.outlines);
        }
        List<Deflated> parts = new ArrayList<>(count - settled.count + 2);
        byte[] front = front();
        parts.add(compressor.blocks(front));
        parts.add(settled.outlines);
        for (int code = settled.count; code < count; code++) {
            parts.add(face.piece(glyphs[code]).deflated());
        }
        return parts;
    }

    private byte[] front() {
        List<TrueTypeGlyph> outlines = new ArrayList<>(count);
        int[] advances = new int[count];
        for (int code = 0; code < count; code++) {
            outlines.add(face.piece(glyphs[code]).glyph());
            advances[code] = face.advance(glyphs[code]);
        }
        return face.subset().front(outlines, advances, Map.of());
    }

    /** Which text each code stands for (Adobe Technical Note 5014), for search and copying; in parts. */
    List<Deflated> toUnicode(Workspace workspace) {
        int ahead = settled.unicodeText.length();
        PdfBuffer text = workspace.content().raw(settled.unicodeText);
        ranges(settled.count, text);
        return List.of(settled.unicode, workspace.compressor().blocksAfter(ahead, text.put(CMAP_TAIL)));
    }

    private void ranges(int first, PdfBuffer out) {
        int left = 0;
        for (int code = first; code < count; code = rangeEnd(code)) {
            left += texts[code].isEmpty() ? 0 : 1;
        }
        int inSection = 0;
        for (int code = first; code < count; code = rangeEnd(code)) {
            if (texts[code].isEmpty()) {
                continue;
            }
            if (inSection == 0) {
                inSection = Math.min(left, RANGES_IN_SECTION);
                left -= inSection;
                out.integer(inSection).operator("beginbfrange");
            }
            range(out, code, rangeEnd(code));
            if (--inSection == 0) {
                out.operator("endbfrange");
            }
        }
    }

    /** Where the codes from one on end that have texts and the same first byte; after one without text, the next. */
    private int rangeEnd(int code) {
        int end = code + 1;
        while (!texts[code].isEmpty() && end < count && !texts[end].isEmpty() && end >> 8 == code >> 8) {
            end++;
        }
        return end;
    }

    private void range(PdfBuffer out, int from, int to) {
        out.put("<").hex(from, 4).put("><").hex(to - 1, 4).put(">[");
        for (int code = from; code < to; code++) {
            out.put("<");
            String text = texts[code];
            for (int i = 0; i < text.length(); i++) {
                out.hex(text.charAt(i), 4);
            }
            out.put(">");
        }
        out.put("]\n");
    }
}
