package dev.canvelete.client.error;

/** The service could not be reached, or the connection broke, also after every retry. */
public final class ConnectionException extends CanveleteException {
    private static final long serialVersionUID = 1;

    public ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
