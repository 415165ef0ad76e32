package dev.canvelete.render.paint.font;

import java.nio.ByteBuffer;

/**
 * A font with {@code glyf} outlines. Glyphs come out simple and without instructions: composite ones are put together,
 * so that a subset needs no closure and each glyph's bytes are the same in whatever subset it ends up in. Pages are
 * drawn at resolutions where instructions do nothing.
 */
public final class TrueTypeProgram implements FontProgram {
    private static final int WORDS = 0x0001;
    private static final int OFFSETS = 0x0002;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int FULL_MATRIX = 0x0080;
    private static final int SCALED_OFFSETS = 0x0800;
    private static final int MAX_DEPTH = 8;

    private final Sfnt sfnt;
    private final FontMetrics metrics;
    private final int[] advances;
    private final ByteBuffer glyf;
    private final int[] loca;

    private TrueTypeProgram(Sfnt sfnt, FontMetrics metrics, int[] loca) {
        this.sfnt = sfnt;
        this.metrics = metrics;
        this.advances = FontMetrics.advances(sfnt, metrics.glyphCount());
        this.glyf = sfnt.table("glyf", 0);
        this.loca = loca;
    }

    static TrueTypeProgram parse(Sfnt sfnt) {
        FontMetrics metrics = FontMetrics.of(sfnt);
        boolean wide = sfnt.table("head", 54).getShort(50) != 0;
        ByteBuffer table = sfnt.table("loca", (metrics.glyphCount() + 1) * (wide ? 4 : 2));
        int[] loca = new int[metrics.glyphCount() + 1];
        for (int i = 0; i < loca.length; i++) {
            loca[i] = wide ? table.getInt(i * 4) : (table.getShort(i * 2) & 0xFFFF) * 2;
        }
        return new TrueTypeProgram(sfnt, metrics, loca);
    }

    @Override
    public FontMetrics metrics() {
        return metrics;
    }

    @Override
    public int advance(int glyph) {
        return sfnt.advance(advances, glyph);
    }

    @Override
    public byte[] table(String tag, int length) {
        return sfnt.copy(tag, length);
    }

    @Override
    public TrueTypeGlyph glyph(int glyph) {
        try {
            ByteBuffer data = data(glyph);
            if (data.capacity() == 0) {
                return TrueTypeGlyph.of(new byte[0], 0);
            }
            int contours = data.getShort(0);
            return contours < 0 ? outline(glyph, 0).encode() : simple(data, contours);
        } catch (IndexOutOfBoundsException e) {
            throw sfnt.broken("the outline of glyph " + glyph + " is damaged");
        }
    }

    private ByteBuffer data(int glyph) {
        return glyf.slice(loca[glyph], loca[glyph + 1] - loca[glyph]);
    }

    private static TrueTypeGlyph simple(ByteBuffer glyph, int contours) {
        int head = 10 + 2 * contours;
        int points = contours == 0 ? 0 : (glyph.getShort(head - 2) & 0xFFFF) + 1;
        int flags = head + 2 + (glyph.getShort(head) & 0xFFFF);
        int length = outlineLength(glyph, flags, points);
        byte[] data = new byte[head + 2 + length + 3 & ~3];
        glyph.get(0, data, 0, head);
        glyph.get(flags, data, head + 2, length);
        return TrueTypeGlyph.of(data, points);
    }

    private static int outlineLength(ByteBuffer glyph, int flags, int points) {
        int at = flags;
        int coordinates = 0;
        for (int i = 0; i < points; ) {
            int flag = glyph.get(at++);
            int repeats = (flag & 8) == 0 ? 1 : (glyph.get(at++) & 0xFF) + 1;
            int x = (flag & 2) != 0 ? 1 : (flag & 16) != 0 ? 0 : 2;
            int y = (flag & 4) != 0 ? 1 : (flag & 32) != 0 ? 0 : 2;
            coordinates += repeats * (x + y);
            i += repeats;
        }
        return at + coordinates - flags;
    }

    private Contours outline(int glyph, int depth) {
        ByteBuffer data = data(glyph);
        if (data.capacity() == 0) {
            return new Contours();
        }
        int contours = data.getShort(0);
        if (contours >= 0) {
            return Contours.read(data, contours);
        }
        if (depth == MAX_DEPTH) {
            throw sfnt.broken("glyph " + glyph + " is made of itself");
        }
        return composite(data, depth);
    }

    private Contours composite(ByteBuffer data, int depth) {
        Contours whole = new Contours();
        int at = 10;
        int flags;
        do {
            flags = data.getShort(at);
            Contours part = outline(data.getShort(at + 2) & 0xFFFF, depth + 1);
            boolean words = (flags & WORDS) != 0;
            boolean offsets = (flags & OFFSETS) != 0;
            int first = argument(data, at + 4, words, offsets);
            int second = argument(data, at + (words ? 6 : 5), words, offsets);
            at += words ? 8 : 6;
            ComponentMatrix matrix = matrix(data, at, flags);
            at += (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & FULL_MATRIX) != 0 ? 8 : 0;
            if (!offsets) {
                int px = part.x(second);
                int py = part.y(second);
                whole.add(part, matrix, whole.x(first) - matrix.x(px, py), whole.y(first) - matrix.y(px, py));
            } else if ((flags & SCALED_OFFSETS) != 0) {
                whole.add(part, matrix, matrix.offsetX(first), matrix.offsetY(second));
            } else {
                whole.add(part, matrix, first, second);
            }
        } while ((flags & MORE) != 0);
        return whole;
    }

    private static int argument(ByteBuffer data, int at, boolean words, boolean signed) {
        int value = words ? data.getShort(at) : data.get(at);
        return signed ? value : value & (words ? 0xFFFF : 0xFF);
    }

    private static ComponentMatrix matrix(ByteBuffer data, int at, int flags) {
        if ((flags & SCALE) != 0) {
            return ComponentMatrix.scale(data, at);
        }
        if ((flags & TWO_SCALES) != 0) {
            return ComponentMatrix.scales(data, at);
        }
        return (flags & FULL_MATRIX) != 0 ? ComponentMatrix.full(data, at) : ComponentMatrix.NONE;
    }
}
