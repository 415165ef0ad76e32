package dev.canvelete.client.error;

/** 401: no API key, or one that is unknown, revoked or expired. */
public final class AuthenticationException extends ApiException {
    private static final long serialVersionUID = 1;

    AuthenticationException(ApiFailure failure) {
        super(failure, null);
    }
}
