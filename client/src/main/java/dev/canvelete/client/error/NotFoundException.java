package dev.canvelete.client.error;

/** 404: there is no such thing, or none that this API key may see. */
public final class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1;

    NotFoundException(ApiFailure failure) {
        super(failure, null);
    }
}
