package dev.canvelete.render.paint.svg;

import java.awt.geom.AffineTransform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document. One that many documents share has places for the names that each gives in the order of first use;
 * one that is written for a document has the names themselves.
 */
final class Markup {
    private static final int MATRIX_DIGITS = 6;
    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};
    private static final double FURTHEST = 1e9;

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(256);
    /** Of the document that it is written for; null where it is shared. */
    private final @Nullable Names names;

    /** What gives names. */
    interface Names {
        /** The id of a definition. */
        String id(Definition definition);

        /** The name of a font face that has these letters. */
        String family(Letters letters);
    }

    /** What a document is put together from. */
    sealed interface Piece {
        /** Markup in UTF-8. */
        @SuppressWarnings("ArrayRecordComponent") // Nobody compares pieces.
        record Text(byte[] text) implements Piece {}

        /** The id of a definition. */
        record Id(Definition definition) implements Piece {}

        /** The name of a font face that has these letters. */
        record Family(Letters letters) implements Piece {}
    }

    /** Markup that documents share. */
    Markup() {
        this.names = null;
    }

    /** Markup of one document. */
    Markup(Names names) {
        this.names = names;
    }

    /** All of it so far. */
    List<Piece> pieces() {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Text(taken()));
        }
        return pieces;
    }

    /** What was written since the last time, in UTF-8. */
    byte[] taken() {
        byte[] taken = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return taken;
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

    /** Characters as content of an element. */
    Markup characters(CharSequence characters) {
        Xml.append(characters, text);
        return this;
    }

    /** Empties one that gives nothing to be named. */
    void clear() {
        text.setLength(0);
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
        if (names != null) {
            return put(names.id(definition));
        }
        pieces().add(new Piece.Id(definition));
        return this;
    }

    Markup family(Letters letters) {
        put(" font-family=\"");
        if (names != null) {
            put(names.family(letters));
        } else {
            pieces().add(new Piece.Family(letters));
        }
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
            text.append('.');
            fraction(rest, decimals);
        }
        return this;
    }

    /** Digits behind the point, without zeros at the end. */
    private void fraction(long digits, int decimals) {
        long left = digits;
        int places = decimals;
        while (left % 10 == 0) {
            left /= 10;
            places--;
        }
        for (int i = places - 1; i >= 0; i--) {
            text.append((char) ('0' + left / POWERS[i] % 10));
        }
    }
}
