package dev.canvelete.render.image;

import dev.canvelete.render.scene.Bitmap;
import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held: the values of Exif's orientation tag, in their order, named by what makes them upright. */
enum Orientation {
    UPRIGHT,
    MIRROR,
    TURN_HALF,
    FLIP,
    TRANSPOSE,
    TURN_RIGHT,
    TRANSVERSE,
    TURN_LEFT;

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Reads the first directory of a TIFF structure; whatever is malformed leaves pictures as they are. */
    static Orientation read(byte[] tiff) {
        if (tiff.length < 14 || tiff[0] != tiff[1] || tiff[0] != 'I' && tiff[0] != 'M') {
            return UPRIGHT;
        }
        ByteBuffer data = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = data.getInt(4);
        if (directory < 8 || directory > tiff.length - 2) {
            return UPRIGHT;
        }
        int count = Math.min(data.getShort(directory) & 0xFFFF, (tiff.length - directory - 2) / ENTRY);
        for (int at = directory + 2; at < directory + 2 + count * ENTRY; at += ENTRY) {
            int value = data.getShort(at + 8);
            if ((data.getShort(at) & 0xFFFF) == TAG && value >= 1 && value <= values().length) {
                return values()[value - 1];
            }
        }
        return UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean turnsSides() {
        return ordinal() >= TRANSPOSE.ordinal();
    }

    /** From the unit square of a picture as it is stored to that of the same picture upright. */
    AffineTransform upright() {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRROR -> new AffineTransform(-1, 0, 0, 1, 1, 0);
            case TURN_HALF -> new AffineTransform(-1, 0, 0, -1, 1, 1);
            case FLIP -> new AffineTransform(1, 0, 0, -1, 0, 1);
            case TRANSPOSE -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case TURN_RIGHT -> new AffineTransform(0, 1, -1, 0, 1, 0);
            case TRANSVERSE -> new AffineTransform(0, -1, -1, 0, 1, 1);
            case TURN_LEFT -> new AffineTransform(0, -1, 1, 0, 0, 1);
        };
    }

    /** The picture, upright. */
    Bitmap apply(Bitmap picture) {
        int w = picture.width();
        int h = picture.height();
        int last = w * h - 1;
        return switch (this) {
            case UPRIGHT -> picture;
            case MIRROR -> moved(picture, w - 1, -1, w);
            case TURN_HALF -> moved(picture, last, -1, -w);
            case FLIP -> moved(picture, last - w + 1, 1, -w);
            case TRANSPOSE -> moved(picture, 0, w, 1);
            case TURN_RIGHT -> moved(picture, last - w + 1, -w, 1);
            case TRANSVERSE -> moved(picture, last, -w, -1);
            case TURN_LEFT -> moved(picture, w - 1, w, -1);
        };
    }

    /** Takes the pixel at {@code origin} first, then those that follow by {@code right} in a row, by {@code down} below. */
    private Bitmap moved(Bitmap picture, int origin, int right, int down) {
        Bitmap upright = turnsSides()
                ? Bitmap.blank(picture.height(), picture.width())
                : Bitmap.blank(picture.width(), picture.height());
        int to = 0;
        for (int y = 0; y < upright.height(); y++) {
            int from = origin + y * down;
            for (int x = 0; x < upright.width(); x++) {
                upright.argb()[to++] = picture.argb()[from];
                from += right;
            }
        }
        return upright;
    }
}
