package dev.canvelete.client.error;

/** 5xx: the service failed, also after every retry; the request may be right. */
public final class ServerException extends ApiException {
    private static final long serialVersionUID = 1;

    ServerException(ApiFailure failure) {
        super(failure, null);
    }
}
