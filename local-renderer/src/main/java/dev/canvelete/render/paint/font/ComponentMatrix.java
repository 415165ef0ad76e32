package dev.canvelete.render.paint.font;

import java.nio.ByteBuffer;

/** How a part of a composite glyph is scaled and turned, in 1/16384. */
record ComponentMatrix(int xx, int xy, int yx, int yy) {
    private static final int ONE = 1 << 14;
    static final ComponentMatrix NONE = new ComponentMatrix(ONE, 0, 0, ONE);

    static ComponentMatrix scale(ByteBuffer glyf, int at) {
        int scale = glyf.getShort(at);
        return new ComponentMatrix(scale, 0, 0, scale);
    }

    static ComponentMatrix scales(ByteBuffer glyf, int at) {
        return new ComponentMatrix(glyf.getShort(at), 0, 0, glyf.getShort(at + 2));
    }

    static ComponentMatrix full(ByteBuffer glyf, int at) {
        return new ComponentMatrix(
                glyf.getShort(at), glyf.getShort(at + 2), glyf.getShort(at + 4), glyf.getShort(at + 6));
    }

    int x(int x, int y) {
        return rounded((long) xx * x + (long) yx * y);
    }

    int y(int x, int y) {
        return rounded((long) xy * x + (long) yy * y);
    }

    /** An offset along x where the font wants offsets scaled as well. */
    int offsetX(int dx) {
        return (int) Math.round(dx * Math.hypot(xx, xy) / ONE);
    }

    int offsetY(int dy) {
        return (int) Math.round(dy * Math.hypot(yx, yy) / ONE);
    }

    private static int rounded(long fixed) {
        return (int) (fixed + ONE / 2 >> 14);
    }
}
