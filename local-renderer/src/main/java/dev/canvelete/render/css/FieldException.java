package dev.canvelete.render.css;

import java.util.function.Supplier;

/** A field's value is malformed. */
public final class FieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;

    private FieldException(String field, IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
        this.field = field;
    }

    /** Reads a field, and says which one it is if that fails. */
    public static <T> T reading(String field, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (FieldException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new FieldException(field, e);
        }
    }

    /** The field's name in the design. */
    public String field() {
        return field;
    }
}
