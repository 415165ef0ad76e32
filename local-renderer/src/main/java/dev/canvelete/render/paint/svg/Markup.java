package dev.canvelete.render.paint.svg;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a document, with places for the names that the document gives in the order of first use. So the same items
 * become the same piece, wherever it ends up.
 */
final class Markup {
    private static final int MATRIX_DIGITS = 6;
    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};
    private static final double FURTHEST = 1e9;

    private final List<Piece> pieces = new ArrayList<>();
    private StringBuilder text = new StringBuilder(256);

    /** What a document is put together from. */
    sealed interface Piece {
        record Text(String text) implements Piece {}

        /** The id of a definition. */
        record Id(Definition definition) implements Piece {}

        /** The name of a font face that has these letters. */
        record Family(Letters letters) implements Piece {}
    }

    /** All of it so far. */
    List<Piece> pieces() {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(text.toString()));
            text = new StringBuilder(256);
        }
        return pieces;
    }

    /** The text of one that gives nothing to be named. */
    String plain() {
        if (!pieces.isEmpty()) {
            throw new IllegalStateException("it has names in it");
        }
        return text.toString();
    }

    boolean isEmpty() {
        return pieces.isEmpty() && text.isEmpty();
    }

    Markup put(String markup) {
        text.append(markup);
        return this;
    }

    Markup character(int codePoint) {
        Xml.append(codePoint, text);
        return this;
    }

    /** An attribute whose value needs no escaping. */
    Markup attribute(String name, String value) {
        text.append(' ').append(name).append("=\"").append(value).append('"');
        return this;
    }

    Markup attribute(String name, double value, int decimals) {
        text.append(' ').append(name).append("=\"");
        return number(value, decimals).put("\"");
    }

    /** An attribute that refers to a definition. */
    Markup reference(String name, Definition definition) {
        put(" ").put(name).put("=\"url(#");
        return id(definition).put(")\"");
    }

    Markup id(Definition definition) {
        pieces();
        pieces.add(new Piece.Id(definition));
        return this;
    }

    Markup family(Letters letters) {
        put(" font-family=\"");
        pieces();
        pieces.add(new Piece.Family(letters));
        return put("\"");
    }

    Markup transform(String name, AffineTransform matrix, int decimals) {
        put(" ").put(name).put("=\"matrix(");
        number(matrix.getScaleX(), MATRIX_DIGITS).put(" ");
        number(matrix.getShearY(), MATRIX_DIGITS).put(" ");
        number(matrix.getShearX(), MATRIX_DIGITS).put(" ");
        number(matrix.getScaleY(), MATRIX_DIGITS).put(" ");
        number(matrix.getTranslateX(), decimals).put(" ");
        return number(matrix.getTranslateY(), decimals).put(")\"");
    }

    /**
     * A number, rounded to so many decimals, 0..6.
     *
     * @throws IllegalArgumentException when it is not a number
     */
    Markup number(double value, int decimals) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a coordinate, width or colour in the scene is not a number");
        }
        long scale = POWERS[decimals];
        long fixed = Math.round(Math.clamp(value, -FURTHEST, FURTHEST) * scale);
        if (fixed < 0) {
            text.append('-');
        }
        long whole = Math.abs(fixed) / scale;
        long rest = Math.abs(fixed) % scale;
        if (whole > 0 || rest == 0) {
            text.append(whole);
        }
        if (rest > 0) {
            text.append('.').append(Long.toString(rest + scale), 1, decimals + 1);
            while (text.charAt(text.length() - 1) == '0') {
                text.setLength(text.length() - 1);
            }
        }
        return this;
    }
}
