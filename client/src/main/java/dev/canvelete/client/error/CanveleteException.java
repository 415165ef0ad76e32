package dev.canvelete.client.error;

import org.jspecify.annotations.Nullable;

/** Anything that the client reports. Unchecked; {@code catch} the kind that can be handled and let the others pass. */
public abstract sealed class CanveleteException extends RuntimeException
        permits ApiException,
                BatchFailedException,
                CallInterruptedException,
                ConnectionException,
                TimeoutException,
                WebhookRefusedException {
    private static final long serialVersionUID = 1;

    protected CanveleteException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
