package dev.canvelete.client.error;

import org.jspecify.annotations.Nullable;

/** The time given to a call or a batch ran out. A batch that was accepted goes on at the service. */
public final class TimeoutException extends CanveleteException {
    private static final long serialVersionUID = 1;

    public TimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
