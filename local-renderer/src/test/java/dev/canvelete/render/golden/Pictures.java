package dev.canvelete.render.golden;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Comparing pictures. */
final class Pictures {
    private static final int GAP = 4;
    private static final int BETWEEN = 0xFFFF00FF;
    private static final int DIFFERENT = 0xFFFF0000;

    private Pictures() {}

    static boolean same(BufferedImage a, BufferedImage b) {
        return a.getWidth() == b.getWidth() && a.getHeight() == b.getHeight() && Arrays.equals(pixels(a), pixels(b));
    }

    /** What was expected, what was drawn, and the first, pale, with every differing pixel in red. */
    static BufferedImage sideBySide(BufferedImage expected, BufferedImage actual) {
        int width = Math.max(expected.getWidth(), actual.getWidth());
        int height = Math.max(expected.getHeight(), actual.getHeight());
        BufferedImage panels = new BufferedImage(3 * width + 2 * GAP, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < panels.getWidth(); x++) {
                int column = x % (width + GAP);
                panels.setRGB(
                        x,
                        y,
                        column >= width
                                ? BETWEEN
                                : switch (x / (width + GAP)) {
                                    case 0 -> at(expected, column, y);
                                    case 1 -> at(actual, column, y);
                                    default -> difference(at(expected, column, y), at(actual, column, y));
                                });
            }
        }
        return panels;
    }

    private static int difference(int expected, int actual) {
        return expected == actual ? expected & 0xFFFFFF | expected >>> 26 << 24 : DIFFERENT;
    }

    private static int at(BufferedImage image, int x, int y) {
        return x < image.getWidth() && y < image.getHeight() ? image.getRGB(x, y) : 0;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
