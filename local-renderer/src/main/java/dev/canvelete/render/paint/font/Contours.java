package dev.canvelete.render.paint.font;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The points of an outline while a composite glyph is put together from its parts. */
final class Contours {
    private static final int ON_CURVE = 1;
    private static final int X_SHORT = 2;
    private static final int Y_SHORT = 4;
    private static final int REPEAT = 8;
    private static final int X_SAME_OR_POSITIVE = 16;
    private static final int Y_SAME_OR_POSITIVE = 32;

    /** As many as a simple glyph can number. */
    private static final int MAX_POINTS = 0xFFFF;

    private int[] x = new int[64];
    private int[] y = new int[64];
    private boolean[] onCurve = new boolean[64];
    private int[] ends = new int[8];
    private int points;
    private int contours;

    int x(int point) {
        return x[point];
    }

    int y(int point) {
        return y[point];
    }

    int points() {
        return points;
    }

    /** Reads a simple glyph, whose data begins at the buffer's start. */
    static Contours read(ByteBuffer glyph, int contours) {
        Contours outline = new Contours();
        int end = -1;
        for (int i = 0; i < contours; i++) {
            end = glyph.getShort(10 + 2 * i) & 0xFFFF;
            outline.end(end);
        }
        int count = end + 1;
        int at = 10 + 2 * contours;
        at += 2 + (glyph.getShort(at) & 0xFFFF);
        byte[] flags = new byte[count];
        for (int i = 0; i < count; ) {
            byte flag = glyph.get(at++);
            int repeats = (flag & REPEAT) == 0 ? 1 : (glyph.get(at++) & 0xFF) + 1;
            Arrays.fill(flags, i, i + repeats, flag);
            i += repeats;
        }
        int[] xs = new int[count];
        at = coordinates(glyph, at, flags, xs, X_SHORT, X_SAME_OR_POSITIVE);
        int[] ys = new int[count];
        coordinates(glyph, at, flags, ys, Y_SHORT, Y_SAME_OR_POSITIVE);
        for (int i = 0; i < count; i++) {
            outline.point(xs[i], ys[i], (flags[i] & ON_CURVE) != 0);
        }
        return outline;
    }

    /** Any outline, its points rounded to whole units. */
    static Contours of(Path2D outline) {
        PathContours contours = new PathContours();
        contours.add(outline);
        return contours.done();
    }

    private static int coordinates(ByteBuffer glyph, int from, byte[] flags, int[] into, int shortBit, int sameBit) {
        int at = from;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & sameBit) != 0;
            if ((flags[i] & shortBit) != 0) {
                int step = glyph.get(at++) & 0xFF;
                value += same ? step : -step;
            } else if (!same) {
                value += glyph.getShort(at);
                at += 2;
            }
            into[i] = value;
        }
        return at;
    }

    void end(int point) {
        if (contours == ends.length) {
            ends = Arrays.copyOf(ends, contours * 2);
        }
        ends[contours++] = point;
    }

    void point(int px, int py, boolean on) {
        if (points == MAX_POINTS) {
            throw new IndexOutOfBoundsException("more points than a glyph can have");
        }
        if (points == x.length) {
            x = Arrays.copyOf(x, points * 2);
            y = Arrays.copyOf(y, points * 2);
            onCurve = Arrays.copyOf(onCurve, points * 2);
        }
        x[points] = px;
        y[points] = py;
        onCurve[points++] = on;
    }

    /** Adds a part, moved by whole units after {@code x' = xx x + yx y}, {@code y' = xy x + yy y}. */
    void add(Contours part, ComponentMatrix by, int dx, int dy) {
        if (points + part.points > MAX_POINTS) {
            throw new IndexOutOfBoundsException("more points than a glyph can have");
        }
        for (int i = 0; i < part.contours; i++) {
            end(points + part.ends[i]);
        }
        for (int i = 0; i < part.points; i++) {
            point(by.x(part.x[i], part.y[i]) + dx, by.y(part.x[i], part.y[i]) + dy, part.onCurve[i]);
        }
    }

    /** As a simple glyph. */
    TrueTypeGlyph encode() {
        if (points == 0) {
            return TrueTypeGlyph.of(new byte[0], 0);
        }
        ByteBuffer out = ByteBuffer.allocate(12 + 2 * contours + 5 * points + 3);
        out.putShort((short) contours).putShort((short) min(x)).putShort((short) min(y));
        out.putShort((short) max(x)).putShort((short) max(y));
        for (int i = 0; i < contours; i++) {
            out.putShort((short) ends[i]);
        }
        out.putShort((short) 0);
        for (int i = 0; i < points; i++) {
            out.put((byte) (flag(x, i, X_SHORT, X_SAME_OR_POSITIVE)
                    | flag(y, i, Y_SHORT, Y_SAME_OR_POSITIVE)
                    | (onCurve[i] ? ON_CURVE : 0)));
        }
        write(x, out);
        write(y, out);
        return TrueTypeGlyph.of(Arrays.copyOf(out.array(), out.position() + 3 & ~3), points);
    }

    private static int step(int[] values, int i) {
        return i == 0 ? values[0] : values[i] - values[i - 1];
    }

    private static int flag(int[] values, int i, int shortBit, int sameBit) {
        int step = step(values, i);
        if (step == 0) {
            return sameBit;
        }
        return Math.abs(step) > 0xFF ? 0 : shortBit | (step > 0 ? sameBit : 0);
    }

    private void write(int[] values, ByteBuffer out) {
        for (int i = 0; i < points; i++) {
            int step = step(values, i);
            if (step != 0 && Math.abs(step) <= 0xFF) {
                out.put((byte) Math.abs(step));
            } else if (step != 0) {
                out.putShort((short) step);
            }
        }
    }

    private int min(int[] values) {
        return Arrays.stream(values, 0, points).min().orElse(0);
    }

    private int max(int[] values) {
        return Arrays.stream(values, 0, points).max().orElse(0);
    }
}
