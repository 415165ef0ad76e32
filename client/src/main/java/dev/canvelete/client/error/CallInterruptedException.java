package dev.canvelete.client.error;

/** The thread was interrupted while it waited; its interrupt flag is set again. */
public final class CallInterruptedException extends CanveleteException {
    private static final long serialVersionUID = 1;

    public CallInterruptedException(String message, InterruptedException cause) {
        super(message, cause);
    }
}
