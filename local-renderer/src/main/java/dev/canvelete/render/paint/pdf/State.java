package dev.canvelete.render.paint.pdf;

import java.awt.geom.AffineTransform;

/** What a viewer's graphics state is known to be (ISO 32000-2, 8.4). */
final class State {
    private static final long UNKNOWN = -1;

    /** From the current coordinates to those of the content stream, which patterns are placed in. */
    AffineTransform toPage;

    /** From the current coordinates to points on the page, also within forms. */
    AffineTransform onPage;

    double opacity = 1;
    double lineWidth = UNKNOWN;
    int cap = (int) UNKNOWN;
    private long fill = UNKNOWN;
    private long stroke = UNKNOWN;

    State(AffineTransform onPage) {
        this(onPage, onPage);
    }

    private State(AffineTransform toPage, AffineTransform onPage) {
        this.toPage = toPage;
        this.onPage = onPage;
    }

    State copy() {
        State copy = new State(toPage, onPage);
        copy.opacity = opacity;
        copy.lineWidth = lineWidth;
        copy.cap = cap;
        copy.fill = fill;
        copy.stroke = stroke;
        return copy;
    }

    /** At the start of a form that is painted in the current coordinates. */
    State inForm() {
        return new State(new AffineTransform(), onPage);
    }

    void transform(AffineTransform transform) {
        toPage = new AffineTransform(toPage);
        toPage.concatenate(transform);
        onPage = new AffineTransform(onPage);
        onPage.concatenate(transform);
    }

    /** Decimals of a coordinate that make less than a hundredth of a point. */
    int decimals() {
        double scale = Math.sqrt(Math.abs(onPage.getDeterminant()));
        return (int) Math.clamp(2 + Math.ceil(Math.log10(scale)), 1, PdfBuffer.MAX_DIGITS - 1);
    }

    /** Whether what is upright here is neither upright nor turned by quarters on the page. */
    boolean slanting() {
        double across = Math.abs(onPage.getScaleX()) + Math.abs(onPage.getScaleY());
        double along = Math.abs(onPage.getShearX()) + Math.abs(onPage.getShearY());
        return Math.min(across, along) > (across + along) / 1000;
    }

    /** Whether a colour, whose alpha does not count, must be set, which it is from now on. */
    boolean sets(int argb, boolean forStroke) {
        long colour = argb & 0xFFFFFF;
        long before = forStroke ? stroke : fill;
        if (forStroke) {
            stroke = colour;
        } else {
            fill = colour;
        }
        return before != colour;
    }

    void forget(boolean forStroke) {
        if (forStroke) {
            stroke = UNKNOWN;
        } else {
            fill = UNKNOWN;
        }
    }
}
