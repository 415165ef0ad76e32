package dev.canvelete.render.encode;

/** Premultiplied pixels and plain ones. */
final class Alpha {
    private Alpha() {}

    /**
     * The pixel not premultiplied, each channel rounded to the nearest: multiplied and rounded again it is what it was.
     * Transparent pixels have no colour and become 0.
     */
    static int straight(int premultiplied) {
        int alpha = premultiplied >>> 24;
        if (alpha == 0xFF) {
            return premultiplied;
        }
        if (alpha == 0) {
            return 0;
        }
        return alpha << 24
                | straight(premultiplied >> 16 & 0xFF, alpha) << 16
                | straight(premultiplied >> 8 & 0xFF, alpha) << 8
                | straight(premultiplied & 0xFF, alpha);
    }

    private static int straight(int channel, int alpha) {
        return Math.min(255, (channel * 255 + alpha / 2) / alpha);
    }

    /** The pixel over white, opaque. */
    static int overWhite(int premultiplied) {
        int white = 255 - (premultiplied >>> 24);
        return premultiplied + white * 0x010101 | 0xFF000000;
    }
}
