package dev.canvelete.render.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * TrueType outlines (OpenType 1.9, "glyf", "loca"). A glyph that is malformed is empty, as in browsers: the rest of the
 * font is still good. Immutable.
 */
final class GlyfOutlines implements Outlines {
    private static final int DEEPEST = 6;
    private static final int MOST_PARTS = 256;

    private static final int ON_CURVE = 1;
    private static final int X_SHORT = 2;
    private static final int Y_SHORT = 4;
    private static final int REPEAT = 8;
    private static final int X_SAME = 16;
    private static final int Y_SAME = 32;

    private static final int ARGS_ARE_WORDS = 1;
    private static final int ARGS_ARE_OFFSETS = 2;
    private static final int ONE_SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int MATRIX = 128;
    private static final int OFFSET_IS_SCALED = 1 << 11;

    private final Bytes loca;
    private final Bytes glyf;
    private final boolean longOffsets;
    private final HorizontalMetrics metrics;

    GlyfOutlines(Sfnt sfnt, HorizontalMetrics metrics, int glyphCount) {
        longOffsets = sfnt.table("head").s16(50) != 0;
        loca = sfnt.table("loca").part(0, (glyphCount + 1L) * (longOffsets ? 4 : 2));
        glyf = sfnt.table("glyf");
        this.metrics = metrics;
    }

    @Override
    public Path2D outline(int glyph) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        try {
            Bytes data = data(glyph);
            if (data.length() > 0) {
                append(path, data, new AffineTransform(), 0, new int[] {MOST_PARTS});
                // The side bearing of "hmtx" says where the outline begins, whatever its own coordinates say.
                path.transform(AffineTransform.getTranslateInstance(metrics.leftBearing(glyph) - data.s16(2), 0));
            }
        } catch (FontException e) {
            path.reset();
        }
        return path;
    }

    private Bytes data(int glyph) {
        long start = longOffsets ? loca.u32(glyph * 4) : loca.u16(glyph * 2) * 2L;
        long end = longOffsets ? loca.u32(glyph * 4 + 4) : loca.u16(glyph * 2 + 2) * 2L;
        return glyf.part(start, end - start);
    }

    private void append(Path2D path, Bytes data, AffineTransform transform, int depth, int[] partsLeft) {
        if (data.length() == 0) {
            return;
        }
        if (data.s16(0) >= 0) {
            appendSimple(path, data, transform);
        } else if (depth < DEEPEST) {
            appendParts(path, data, transform, depth, partsLeft);
        }
    }

    private void appendParts(Path2D path, Bytes data, AffineTransform transform, int depth, int[] partsLeft) {
        int at = 10;
        int flags;
        do {
            if (--partsLeft[0] < 0) {
                throw new FontException("a glyph is made of too many parts");
            }
            flags = data.u16(at);
            int part = data.u16(at + 2);
            boolean words = (flags & ARGS_ARE_WORDS) != 0;
            double dx = 0;
            double dy = 0;
            if ((flags & ARGS_ARE_OFFSETS) != 0) {
                dx = words ? data.s16(at + 4) : data.s8(at + 4);
                dy = words ? data.s16(at + 6) : data.s8(at + 5);
            }
            at += words ? 8 : 6;
            int scales = (flags & ONE_SCALE) != 0 ? 1 : (flags & TWO_SCALES) != 0 ? 2 : (flags & MATRIX) != 0 ? 4 : 0;
            AffineTransform placed = new AffineTransform(transform);
            placed.concatenate(partTransform(data, at, scales, dx, dy, (flags & OFFSET_IS_SCALED) != 0));
            append(path, data(part), placed, depth + 1, partsLeft);
            at += scales * 2;
        } while ((flags & MORE) != 0);
    }

    private static AffineTransform partTransform(
            Bytes data, int at, int scales, double dx, double dy, boolean scaledOffset) {
        double xx = scales == 0 ? 1 : fraction(data, at);
        double yx = scales == 4 ? fraction(data, at + 2) : 0;
        double xy = scales == 4 ? fraction(data, at + 4) : 0;
        double yy = scales == 2 ? fraction(data, at + 2) : scales == 4 ? fraction(data, at + 6) : xx;
        double sx = scaledOffset ? Math.hypot(xx, yx) : 1;
        double sy = scaledOffset ? Math.hypot(xy, yy) : 1;
        return new AffineTransform(xx, yx, xy, yy, dx * sx, dy * sy);
    }

    private static double fraction(Bytes data, int at) {
        return data.s16(at) / 16384.0;
    }

    private static void appendSimple(Path2D path, Bytes data, AffineTransform transform) {
        int contours = data.s16(0);
        if (contours == 0) {
            return;
        }
        int points = data.u16(10 + (contours - 1) * 2) + 1;
        int at = 10 + contours * 2;
        at += 2 + data.u16(at);
        if (points > data.length() * 256L) {
            throw new FontException("a glyph has more points than bytes can say");
        }
        int[] flags = new int[points];
        for (int i = 0; i < points; ) {
            int flag = data.u8(at++);
            int times = (flag & REPEAT) == 0 ? 1 : 1 + data.u8(at++);
            for (; times > 0 && i < points; times--) {
                flags[i++] = flag;
            }
        }
        double[] xy = new double[points * 2];
        at = readCoordinates(data, at, flags, xy, 0, X_SHORT, X_SAME);
        readCoordinates(data, at, flags, xy, 1, Y_SHORT, Y_SAME);
        transform.transform(xy, 0, xy, 0, points);
        int first = 0;
        for (int contour = 0; contour < contours; contour++) {
            int end = data.u16(10 + contour * 2) + 1;
            if (end < first || end > points) {
                throw new FontException("a glyph's contours are out of order");
            }
            appendContour(path, flags, xy, first, end);
            first = end;
        }
    }

    private static int readCoordinates(Bytes data, int start, int[] flags, double[] xy, int axis, int small, int same) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean sameOrPositive = (flags[i] & same) != 0;
            if ((flags[i] & small) != 0) {
                int step = data.u8(at++);
                value += sameOrPositive ? step : -step;
            } else if (!sameOrPositive) {
                value += data.s16(at);
                at += 2;
            }
            xy[i * 2 + axis] = value;
        }
        return at;
    }

    /** Between two points off the curve lies one on it, halfway. */
    private static void appendContour(Path2D path, int[] flags, double[] xy, int first, int end) {
        if (end - first < 2) {
            return;
        }
        boolean firstIsOn = (flags[first] & ON_CURVE) != 0;
        boolean lastIsOn = (flags[end - 1] & ON_CURVE) != 0;
        int from = firstIsOn || !lastIsOn ? first : end - 1;
        double startX = firstIsOn || lastIsOn ? xy[from * 2] : (xy[first * 2] + xy[end * 2 - 2]) / 2;
        double startY = firstIsOn || lastIsOn ? xy[from * 2 + 1] : (xy[first * 2 + 1] + xy[end * 2 - 1]) / 2;
        path.moveTo(startX, startY);
        boolean bent = false;
        double controlX = 0;
        double controlY = 0;
        for (int i = firstIsOn ? first + 1 : first; i < end; i++) {
            double x = xy[i * 2];
            double y = xy[i * 2 + 1];
            boolean on = (flags[i] & ON_CURVE) != 0;
            if (bent) {
                path.quadTo(controlX, controlY, on ? x : (controlX + x) / 2, on ? y : (controlY + y) / 2);
            } else if (on) {
                path.lineTo(x, y);
            }
            bent = !on;
            controlX = x;
            controlY = y;
        }
        if (bent) {
            path.quadTo(controlX, controlY, startX, startY);
        }
        path.closePath();
    }
}
