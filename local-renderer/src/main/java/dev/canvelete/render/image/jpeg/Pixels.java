package dev.canvelete.render.image.jpeg;

import dev.canvelete.render.scene.Bitmap;
import java.util.List;

/** Makes pixels of samples. */
final class Pixels {
    private static final int OPAQUE = 0xFF000000;

    /* What chroma adds to the colours (JFIF 1.02), with 16 bits of fraction. */
    private static final int RED_OF_RED = 91881;
    private static final int GREEN_OF_BLUE = 22554;
    private static final int GREEN_OF_RED = 46802;
    private static final int BLUE_OF_BLUE = 116130;
    private static final int HALF = 1 << 15;

    private final Frame frame;
    private final List<Component> components;
    private final Colors colors;
    private final int size;
    private final int width;
    private final int height;

    /**
     * Makes pixels of a frame.
     *
     * @param size of decoded blocks: 1, 2, 4 or 8
     */
    Pixels(Frame frame, List<Component> components, Colors colors, int size) {
        this.frame = frame;
        this.components = components;
        this.colors = colors;
        this.size = size;
        this.width = Math.ceilDiv(frame.width() * size, 8);
        this.height = Math.ceilDiv(frame.height() * size, 8);
    }

    Bitmap bitmap() {
        int[] argb = new int[width * height];
        Component first = components.getFirst();
        if (colors == Colors.GREY && across(first) == 1 && down(first) == 1) {
            grey(argb, first);
        } else if (colors == Colors.YCC && plain()) {
            ycc(argb);
        } else {
            anyColors(argb);
        }
        return new Bitmap(width, height, argb);
    }

    /** Pixels to a sample across. */
    private double across(Component component) {
        return (double) frame.mostHorizontal() * size / (component.horizontal * component.size);
    }

    private double down(Component component) {
        return (double) frame.mostVertical() * size / (component.vertical * component.size);
    }

    /** Whether the luma is whole, and both chromas are whole or halved alike. */
    private boolean plain() {
        Component luma = components.get(0);
        Component blue = components.get(1);
        Component red = components.get(2);
        return across(luma) == 1
                && down(luma) == 1
                && across(blue) == across(red)
                && down(blue) == down(red)
                && (across(blue) == 1 || across(blue) == 2)
                && (down(blue) == 1 || down(blue) == 2);
    }

    private void grey(int[] argb, Component luma) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = OPAQUE | (luma.samples[y * luma.stride + x] & 0xFF) * 0x010101;
            }
        }
    }

    private void ycc(int[] argb) {
        Component luma = components.get(0);
        Component blue = components.get(1);
        ChromaRows rows = new ChromaRows(blue, components.get(2), across(blue) == 2, down(blue) == 2);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            widen(luma.samples, y * luma.stride, row);
            yccRow(row, rows.row(y), width);
            System.arraycopy(row, 0, argb, y * width, width);
        }
    }

    private static void widen(byte[] samples, int from, int[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] = samples[from + x] & 0xFF;
        }
    }

    /** Turns lumas into pixels in place: a loop over ints alone, which the compiler makes vector instructions of. */
    private static void yccRow(int[] row, int[] chromas, int width) {
        for (int x = 0; x < width; x++) {
            int luma = row[x];
            int blue = (chromas[x] & 0xFF) - 128;
            int red = (chromas[x] >> 16) - 128;
            int r = luma + (RED_OF_RED * red + HALF >> 16);
            int g = luma + (HALF - GREEN_OF_BLUE * blue - GREEN_OF_RED * red >> 16);
            int b = luma + (BLUE_OF_BLUE * blue + HALF >> 16);
            row[x] = OPAQUE | clamp(r) << 16 | clamp(g) << 8 | clamp(b);
        }
    }

    /** The rare kinds, each pixel from the samples nearest to it. */
    private void anyColors(int[] argb) {
        int[] channels = new int[4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < components.size(); i++) {
                    Component component = components.get(i);
                    int at = (int) (y / down(component)) * component.stride + (int) (x / across(component));
                    channels[i] = component.samples[at] & 0xFF;
                }
                argb[y * width + x] = OPAQUE | rgb(channels);
            }
        }
    }

    private int rgb(int[] channels) {
        return switch (colors) {
            case GREY -> channels[0] * 0x010101;
            case RGB -> channels[0] << 16 | channels[1] << 8 | channels[2];
            case YCC -> rgbOfYcc(channels);
            case CMYK -> inked(channels[0] << 16 | channels[1] << 8 | channels[2], channels[3]);
            case YCCK -> inked(~rgbOfYcc(channels), channels[3]);
        };
    }

    private static int rgbOfYcc(int[] channels) {
        int[] pixel = {channels[0]};
        yccRow(pixel, new int[] {channels[2] << 16 | channels[1]}, 1);
        return pixel[0];
    }

    /** Colours under black ink; 255 is no ink. */
    private static int inked(int rgb, int black) {
        int r = ((rgb >> 16 & 0xFF) * black + 127) / 255;
        int g = ((rgb >> 8 & 0xFF) * black + 127) / 255;
        int b = ((rgb & 0xFF) * black + 127) / 255;
        return r << 16 | g << 8 | b;
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
