package dev.canvelete.client.error;

import org.jspecify.annotations.Nullable;

/** A webhook delivery is not to be trusted: its signature is wrong, missing or too old, or its body is no event. */
public final class WebhookRefusedException extends CanveleteException {
    private static final long serialVersionUID = 1;

    public WebhookRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
