package dev.canvelete.render.paint.svg;

import java.util.HexFormat;

/** Colours as SVG writes them. */
final class Colours {
    private Colours() {}

    /** A colour without its alpha. */
    static String hex(int argb) {
        return "#" + HexFormat.of().toHexDigits(argb & 0xFFFFFF, 6);
    }

    /** A colour of channels from 0 to 1. */
    static String hex(double red, double green, double blue) {
        return hex(channel(red) << 16 | channel(green) << 8 | channel(blue));
    }

    private static int channel(double value) {
        return (int) Math.round(value * 255);
    }

    static double alpha(int argb) {
        return (argb >>> 24) / 255.0;
    }
}
