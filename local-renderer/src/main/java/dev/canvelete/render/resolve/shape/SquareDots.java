package dev.canvelete.render.resolve.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * The dots of a straight border of 1 to 3 px: squares of whole pixels, since smoothing would wash them out, with one at
 * each end. CSS leaves open where the pixels go that do not make a whole dot and gap; here they go to both ends, as in
 * Chromium.
 */
final class SquareDots {
    private SquareDots() {}

    /**
     * Where each dot begins, and its length.
     *
     * @param width 1 to 3, in pixels as the length
     */
    static List<double[]> along(double start, int length, int width) {
        int period = 2 * width;
        int slack = length % period - width;
        boolean growing = slack == -width && width != 2;
        int first = growing ? width + 1 : width;
        int last = growing && width == 3 ? width + 1 : width;
        int firstGap = growing ? width : width + Integer.signum(slack);
        int lastGap = width + (growing ? last - width : slack / 2);
        if (first + Math.min(firstGap, lastGap) + last > length) {
            return List.of(new double[] {start, length});
        }
        List<double[]> dots = new ArrayList<>();
        dots.add(new double[] {start, first});
        for (int at = first + firstGap; at + width + lastGap + last <= length; at += period) {
            dots.add(new double[] {start + at, width});
        }
        dots.add(new double[] {start + length - last, last});
        return dots;
    }
}
