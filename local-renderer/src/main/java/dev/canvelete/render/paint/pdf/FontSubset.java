package dev.canvelete.render.paint.pdf;

import dev.canvelete.render.paint.font.TrueTypeGlyph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The glyphs of a font that one document uses, numbered in the order of first use. A glyph that stands for different
 * texts at different places has a number for each, so that each extracts as what it is.
 */
final class FontSubset {
    private static final String NO_TEXT = "";

    private final FontFace face;
    private final @Nullable Deflated settled;
    private final int settledCount;
    private int[] glyphs;
    private String[] texts;
    private int[] slots;
    private int count;

    FontSubset(FontFace face) {
        this(face, null, 0, new int[32], new String[32], new int[64]);
        code(0, NO_TEXT, 0, 0);
    }

    private FontSubset(
            FontFace face, @Nullable Deflated settled, int count, int[] glyphs, String[] texts, int[] slots) {
        this.face = face;
        this.settled = settled;
        this.settledCount = settled == null ? 0 : count;
        this.count = count;
        this.glyphs = glyphs;
        this.texts = texts;
        this.slots = slots;
    }

    /** The same, with the outlines of its glyphs compressed together. */
    FontSubset settled() {
        PdfBuffer outlines = new PdfBuffer();
        for (int code = 0; code < count; code++) {
            outlines.raw(face.piece(glyphs[code]).glyph().data());
        }
        return new FontSubset(face, Deflated.of(outlines.toBytes()), count, glyphs, texts, slots);
    }

    /** A subset to which further glyphs are added while this one stays as it is. */
    FontSubset fork() {
        return new FontSubset(face, settled, count, glyphs.clone(), texts.clone(), slots.clone());
    }

    FontFace face() {
        return face;
    }

    /** Whether glyphs were added since the outlines were compressed together. */
    boolean grown() {
        return settled == null || count > settledCount;
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

    PdfBuffer widths() {
        PdfBuffer out = new PdfBuffer().put("/W[0[");
        for (int code = 0; code < count; code++) {
            out.integer(face.width(glyphs[code]));
        }
        return out.put("]]");
    }

    /** The font program, compressed. */
    byte[] fontFile(Compressor compressor) {
        List<TrueTypeGlyph> outlines = new ArrayList<>(count);
        int[] advances = new int[count];
        List<Deflated> parts = new ArrayList<>(count - settledCount + 2);
        for (int code = 0; code < count; code++) {
            outlines.add(face.piece(glyphs[code]).glyph());
            advances[code] = face.advance(glyphs[code]);
        }
        byte[] front = face.subset().front(outlines, advances, Map.of());
        parts.add(compressor.blocks(front, front.length));
        if (settled != null) {
            parts.add(settled);
        }
        for (int code = settledCount; code < count; code++) {
            parts.add(face.piece(glyphs[code]).deflated());
        }
        return Zlib.join(parts);
    }

    /** Which text each code stands for (Adobe Technical Note 5014), for search and copying. */
    PdfBuffer toUnicode() {
        PdfBuffer ranges = new PdfBuffer(1024);
        int sections = 0;
        PdfBuffer section = new PdfBuffer(512);
        for (int code = 0; code < count; ) {
            int end = code;
            while (end < count && !texts[end].isEmpty() && end >> 8 == code >> 8) {
                end++;
            }
            if (end == code) {
                code++;
                continue;
            }
            range(section, code, end);
            if (++sections == 100) {
                flush(ranges, section, sections);
                sections = 0;
            }
            code = end;
        }
        flush(ranges, section, sections);
        return new PdfBuffer(512 + ranges.length())
                .put("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)")
                .put("/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def ")
                .put("1 begincodespacerange<0000><FFFF>endcodespacerange\n")
                .raw(ranges)
                .put("endcmap CMapName currentdict/CMap defineresource pop end end\n");
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

    private static void flush(PdfBuffer ranges, PdfBuffer section, int count) {
        if (count > 0) {
            ranges.integer(count).operator("beginbfrange");
            ranges.raw(section).operator("endbfrange");
            section.clear();
        }
    }
}
