package dev.canvelete.render.encode;

import dev.canvelete.render.scene.Bitmap;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Bitmaps that lead encoders into every corner, the same for the same seed. */
final class Bitmaps {
    /** Kinds of pixels, one for each outcome and then some. */
    enum Kind {
        BLANK,
        BLACK_AND_WHITE,
        FOUR_GREYS,
        GREYS,
        TWO_COLORS,
        PALETTE,
        CLEAR_PALETTE,
        GRADIENT,
        NOISE,
        CLEAR_NOISE,
        TEXT,
        PHOTO,
        COLUMNS
    }

    private static final List<int[]> SIZES = List.of(
            new int[] {1, 1}, new int[] {1, 77}, new int[] {300, 1}, new int[] {7, 5}, new int[] {33, 31}, new int[] {
                97, 140
            });

    private Bitmaps() {}

    static Bitmap of(Kind kind, Random random) {
        int[] size = SIZES.get(random.nextInt(SIZES.size()));
        return of(kind, size[0], size[1], random);
    }

    static Bitmap of(Kind kind, int width, int height, Random random) {
        IntUnaryOperator pixel = pixel(kind, width, random);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = pixel.applyAsInt(i);
        }
        return new Bitmap(width, height, argb);
    }

    private static IntUnaryOperator pixel(Kind kind, int width, Random random) {
        return switch (kind) {
            case BLANK -> i -> 0;
            case BLACK_AND_WHITE -> i -> random.nextInt(5) == 0 ? 0xFF000000 : 0xFFFFFFFF;
            case FOUR_GREYS -> i -> 0xFF000000 | 0x555555 * random.nextInt(4);
            case GREYS -> i -> 0xFF000000 | 0x010101 * (random.nextInt(3) == 0 ? random.nextInt(256) : 0x7F);
            case TWO_COLORS -> i -> random.nextInt(40) == 0 ? 0xFFB91C1C : 0xFFFEF3C7;
            case PALETTE -> i -> 0xFF000000 | random.nextInt(200) * 0x01357B;
            case CLEAR_PALETTE -> i -> premultiplied(random.nextInt(6) * 51, random.nextInt(9) * 0x123456);
            case GRADIENT -> i -> 0xFF000000 | i % width * 255 / width << 16 | i / width % 256;
            case NOISE -> i -> 0xFF000000 | random.nextInt();
            case CLEAR_NOISE -> i -> premultiplied(random.nextInt(256), random.nextInt());
            case TEXT ->
                i -> (i / width & 7) < 5 && random.nextInt(4) == 0
                        ? 0xFF000000 | 0x111111 * random.nextInt(16)
                        : 0xFFFFFDF7;
            case PHOTO -> i -> 0xFF000000 | 0x010204 * (i % width / 4 + i / width / 4 + random.nextInt(3));
            case COLUMNS -> i -> i % width % 40 % 30 == 0 ? 0xFF333333 : 0xFFEEEEEE;
        };
    }

    /** Turns pixels inside an area into others. */
    static Bitmap changed(Bitmap base, Area area, Kind kind, Random random) {
        int[] argb = base.argb().clone();
        IntUnaryOperator pixel = pixel(kind, base.width(), random);
        Area on = area.on(base);
        for (int y = on.y(); y < on.y() + on.height(); y++) {
            for (int x = on.x(); x < on.x() + on.width(); x++) {
                argb[y * base.width() + x] = pixel.applyAsInt(y * base.width() + x);
            }
        }
        return new Bitmap(base.width(), base.height(), argb);
    }

    private static int premultiplied(int alpha, int rgb) {
        int red = (rgb >> 16 & 0xFF) * alpha / 255;
        int green = (rgb >> 8 & 0xFF) * alpha / 255;
        int blue = (rgb & 0xFF) * alpha / 255;
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
