package dev.canvelete.cli.console;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked to. Its message is all that the user sees: it says what to do about it. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CommandFailure(String message) {
        this(message, null);
    }

    public CommandFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
