package dev.canvelete.api.error;

/** The machine-readable codes of errors, with the HTTP status that the documented dialect answers them with. */
public enum ErrorCode {
    /** No key, or one that is malformed, unknown, revoked or expired. */
    UNAUTHORIZED(401),
    /** The key is good but may not do this. */
    FORBIDDEN(403),
    /** There is no such thing, or none that this key may see. */
    NOT_FOUND(404),
    /** The path is there, the method is not. */
    METHOD_NOT_ALLOWED(405),
    /** The idempotency key was used before with another body. */
    IDEMPOTENCY_CONFLICT(409),
    /** The body is larger than the service reads. */
    PAYLOAD_TOO_LARGE(413),
    /** The body is not JSON by its content type. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** A limit of the plan is used up for now. */
    RATE_LIMITED(429),
    /** The request is malformed; {@code details} lists every fault with its place. */
    VALIDATION_ERROR(400),
    /** The service failed; the request may be right. */
    INTERNAL_ERROR(500),
    /** The service can do no more for now; asked again after {@code Retry-After}, it may. */
    SERVICE_UNAVAILABLE(503),
    /** A render names a design or template that is not there. */
    DESIGN_NOT_FOUND(404),
    /** Data is missing in strict mode, or has a value that its element cannot take. */
    INVALID_DYNAMIC_DATA(400),
    /** An image, font or file of the design could not be had or read. */
    ASSET_UNAVAILABLE(422),
    /** The design has an element of a type or a form that cannot be drawn. */
    UNSUPPORTED_ELEMENT(422),
    /** The render took longer than it may. */
    RENDER_TIMEOUT(504),
    /** The render failed for any other reason. */
    RENDER_FAILED(500);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status of an answer with this code, 400..599. */
    public int status() {
        return status;
    }
}
