package dev.canvelete.render.bind.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What evaluating the placeholders of one record may still cost, and what it found wrong with the data. Costs are
 * counted, not timed, so that the same record ends the same way on every machine. Not thread-safe.
 */
public final class Evaluation {
    /** How many operations a record may take, unless told otherwise. */
    public static final int STEPS = 100_000;

    /** How many characters a record's expressions may read or make, unless told otherwise. */
    public static final int CHARACTERS = 10_000_000;

    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> invalid = new LinkedHashSet<>();
    private int steps;
    private long characters;

    /** @param characters that methods, filters, operators and texts around placeholders may read or make together */
    public Evaluation(int steps, int characters) {
        this.steps = steps;
        this.characters = characters;
    }

    /** An evaluation with the usual limits. */
    public static Evaluation standard() {
        return new Evaluation(STEPS, CHARACTERS);
    }

    /**
     * The paths, as the templates write them, that were used but are not in the data. Not those that were only asked
     * for, by {@code if}, {@code &&}, {@code ||}, {@code ??}, {@code ? :}, {@code !}, {@code default}, a comparison with
     * null, or an {@code each} that has an {@code else}.
     */
    public Set<String> missing() {
        return Collections.unmodifiableSet(missing);
    }

    /** What filters could not read and passed through as it was, such as a {@code date} that is none. */
    public Set<String> invalid() {
        return Collections.unmodifiableSet(invalid);
    }

    void missing(String path) {
        missing.add(path);
    }

    void invalid(String what) {
        invalid.add(what);
    }

    void step() throws ExpressionException {
        if (--steps < 0) {
            throw new ExpressionException("the placeholders take too many steps for one record");
        }
    }

    void characters(long count) throws ExpressionException {
        characters -= count;
        if (characters < 0) {
            throw new ExpressionException("the placeholders work on too much text for one record");
        }
    }
}
