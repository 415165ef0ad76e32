package dev.canvelete.api.webhook;

/** The forms of a webhook signature. All are HMAC-SHA256 (RFC 2104); they differ in what is signed and how it is sent. */
public enum SignatureStyle {
    /** {@code X-Canvelete-Signature: sha256=<hex>} over the raw body: what the documentation shows. */
    SHA256,
    /** {@code X-Canvelete-Signature: t=<unix>,v1=<hex>} over {@code <unix>.<raw body>}. */
    TIMESTAMPED,
    /** {@code X-Canvelete-Signature: <hex>} over the raw body. */
    PLAIN,
    /** {@code X-Canvelete-Signature: <hex>} over {@code <unix>.<raw body>}, the time in {@code X-Canvelete-Timestamp}. */
    PLAIN_TIMESTAMPED,
    /**
     * {@code webhook-id}, {@code webhook-timestamp}, {@code webhook-signature: v1,<base64>} over
     * {@code <id>.<unix>.<raw body>}, as Standard Webhooks 1.0 defines it.
     */
    STANDARD
}
