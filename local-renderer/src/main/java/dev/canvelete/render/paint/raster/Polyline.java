package dev.canvelete.render.paint.raster;

import java.util.Arrays;

/** A contour as straight pieces, each longer than nothing. */
final class Polyline {
    private double[] x = new double[16];
    private double[] y = new double[16];
    private int size;

    /** Whether the last point is joined to the first, which then is not repeated. */
    private boolean closed;

    void add(double newX, double newY) {
        if (size > 0 && x[size - 1] == newX && y[size - 1] == newY) {
            return;
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, size * 2);
            y = Arrays.copyOf(y, size * 2);
        }
        x[size] = newX;
        y[size++] = newY;
    }

    void close() {
        closed = true;
        if (size > 1 && x[0] == x[size - 1] && y[0] == y[size - 1]) {
            size--;
        }
    }

    void clear() {
        size = 0;
        closed = false;
    }

    int size() {
        return size;
    }

    boolean closed() {
        return closed;
    }

    double x(int index) {
        return x[index % size];
    }

    double y(int index) {
        return y[index % size];
    }

    /** How many pieces there are; piece {@code i} begins at point {@code i}. */
    int pieces() {
        return closed ? size : size - 1;
    }

    double length(int piece) {
        double dx = x(piece + 1) - x(piece);
        double dy = y(piece + 1) - y(piece);
        return Math.sqrt(dx * dx + dy * dy);
    }

    double length() {
        double length = 0;
        for (int i = 0; i < pieces(); i++) {
            length += length(i);
        }
        return length;
    }
}
