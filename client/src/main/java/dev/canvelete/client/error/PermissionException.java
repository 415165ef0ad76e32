package dev.canvelete.client.error;

/** 403: the API key is good but may not do this. */
public final class PermissionException extends ApiException {
    private static final long serialVersionUID = 1;

    PermissionException(ApiFailure failure) {
        super(failure, null);
    }
}
