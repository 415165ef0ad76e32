package dev.canvelete.render.resolve;

import java.util.Arrays;
import java.util.List;

/**
 * The lines between a table's cells, as CSS lays out a table of fixed layout and collapsed borders (CSS 2.2, 17.5 and
 * 17.6): a cell reaches from the middle of one border to the middle of the next.
 *
 * @param x the middles of the vertical borders, one more than there are columns
 * @param y the middles of the horizontal borders, one more than there are rows
 */
@SuppressWarnings("ArrayRecordComponent") // Built and used in this package only.
record TableGrid(double[] x, double[] y) {
    /**
     * Sizes columns: those that ask for a width get it, the others share what is left; what nobody takes is shared by
     * proportion. Columns that ask for more than there is make the table wider.
     *
     * @param asked content widths; {@code NaN} where none is asked for
     * @param around what padding and borders add to a content width
     */
    static double[] columnWidths(List<Double> asked, int columns, double around, double available) {
        double[] widths = new double[columns];
        int open = 0;
        double taken = 0;
        for (int c = 0; c < columns; c++) {
            double width = c < asked.size() ? asked.get(c) : Double.NaN;
            boolean given = width > 0;
            widths[c] = given ? width + around : Double.NaN;
            taken += given ? widths[c] : 0;
            open += given ? 0 : 1;
        }
        for (int c = 0; c < columns; c++) {
            if (Double.isNaN(widths[c])) {
                widths[c] = Math.max(0, (available - taken) / open);
            } else if (open == 0 && taken < available) {
                widths[c] *= available / taken;
            }
        }
        return widths;
    }

    /**
     * Stretches rows to fill a height: first those that do not ask for one of their own.
     *
     * @param natural the heights that the contents need, or that were asked for
     * @param asked whether a row asks for its height
     */
    static double[] rowHeights(double[] natural, boolean[] asked, double available) {
        double[] heights = natural.clone();
        double extra = available - Arrays.stream(natural).sum();
        if (extra <= 0) {
            return heights;
        }
        double open = 0;
        for (int r = 0; r < heights.length; r++) {
            open += asked[r] ? 0 : natural[r];
        }
        double total = open > 0 ? open : Arrays.stream(natural).sum();
        for (int r = 0; r < heights.length && total > 0; r++) {
            if (open == 0 || !asked[r]) {
                heights[r] += extra * natural[r] / total;
            }
        }
        return heights;
    }

    static TableGrid of(double left, double top, double[] widths, double[] heights) {
        return new TableGrid(lines(left, widths), lines(top, heights));
    }

    private static double[] lines(double start, double[] sizes) {
        double[] lines = new double[sizes.length + 1];
        lines[0] = start;
        for (int i = 0; i < sizes.length; i++) {
            lines[i + 1] = lines[i] + sizes[i];
        }
        return lines;
    }
}
