package dev.canvelete.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and verifies webhook bodies in every {@link SignatureStyle}. Thread-safe; comparisons take constant time. */
public final class WebhookSignature {
    /** The header of every style but {@link SignatureStyle#STANDARD}. */
    public static final String HEADER = "X-Canvelete-Signature";

    /** Unix seconds, for {@link SignatureStyle#PLAIN_TIMESTAMPED}. */
    public static final String TIMESTAMP_HEADER = "X-Canvelete-Timestamp";

    /** How far a signed time may lie from the receiver's when it does not say otherwise. */
    public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(5);

    /** What secrets begin with; {@link SignatureStyle#STANDARD} reads what follows it as Base64. */
    public static final String SECRET_PREFIX = "whsec_";

    private static final String STANDARD_ID = "webhook-id";
    private static final String STANDARD_TIMESTAMP = "webhook-timestamp";
    private static final String STANDARD_SIGNATURE = "webhook-signature";

    private WebhookSignature() {}

    /**
     * The headers that sign a delivery.
     *
     * @param secrets one, or during a rotation several with the newest last; the styles that can carry only one
     *     signature use the newest
     * @param eventId signed only by {@link SignatureStyle#STANDARD}
     * @param now signed by the timestamped styles
     * @throws IllegalArgumentException if there is no secret
     */
    public static Map<String, String> sign(
            SignatureStyle style, List<String> secrets, String eventId, Instant now, byte[] body) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a signature needs a secret");
        }
        String newest = secrets.get(secrets.size() - 1);
        String unix = Long.toString(now.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        switch (style) {
            case SHA256 -> headers.put(HEADER, "sha256=" + hex(hmac(newest, "", body)));
            case TIMESTAMPED -> {
                StringBuilder value = new StringBuilder("t=").append(unix);
                secrets.forEach(s -> value.append(",v1=").append(hex(hmac(s, unix + ".", body))));
                headers.put(HEADER, value.toString());
            }
            case PLAIN -> headers.put(HEADER, hex(hmac(newest, "", body)));
            case PLAIN_TIMESTAMPED -> {
                headers.put(TIMESTAMP_HEADER, unix);
                headers.put(HEADER, hex(hmac(newest, unix + ".", body)));
            }
            case STANDARD -> {
                headers.put(STANDARD_ID, eventId);
                headers.put(STANDARD_TIMESTAMP, unix);
                String signed = eventId + "." + unix + ".";
                headers.put(
                        STANDARD_SIGNATURE,
                        String.join(
                                " ",
                                secrets.stream()
                                        .map(s -> "v1," + standard(s, signed, body))
                                        .toList()));
            }
        }
        return headers;
    }

    /** Whether a secret is one that the style can sign with. */
    public static boolean canSign(SignatureStyle style, String secret) {
        if (style != SignatureStyle.STANDARD) {
            return true;
        }
        try {
            return standardKey(secret).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Whether the headers sign this body with one of the secrets, in whichever style they are written.
     *
     * @param headers the request's, whatever the case of their names
     * @param tolerance how far a signed time may lie from {@code now}, either way
     */
    public static boolean verify(
            Map<String, String> headers, byte[] body, List<String> secrets, Instant now, Duration tolerance) {
        Optional<String> standard = header(headers, STANDARD_SIGNATURE);
        if (standard.isPresent()) {
            String id = header(headers, STANDARD_ID).orElse("");
            String unix = header(headers, STANDARD_TIMESTAMP).orElse("");
            return fresh(unix, now, tolerance)
                    && List.of(standard.get().split(" ")).stream().anyMatch(given -> secrets.stream()
                            .anyMatch(s -> same(given, "v1," + standard(s, id + "." + unix + ".", body))));
        }
        String value = header(headers, HEADER).orElse("").strip();
        if (value.startsWith("sha256=")) {
            return anySecret(secrets, value.substring("sha256=".length()), "", body);
        }
        if (value.startsWith("t=")) {
            return verifyTimestamped(value, body, secrets, now, tolerance);
        }
        Optional<String> unix = header(headers, TIMESTAMP_HEADER);
        return unix.isEmpty()
                ? anySecret(secrets, value, "", body)
                : fresh(unix.get(), now, tolerance) && anySecret(secrets, value, unix.get() + ".", body);
    }

    private static boolean verifyTimestamped(
            String value, byte[] body, List<String> secrets, Instant now, Duration tolerance) {
        List<String> parts =
                List.of(value.split(",")).stream().map(String::strip).toList();
        String unix = parts.get(0).substring("t=".length());
        return fresh(unix, now, tolerance)
                && parts.stream()
                        .filter(p -> p.startsWith("v1="))
                        .anyMatch(p -> anySecret(secrets, p.substring("v1=".length()), unix + ".", body));
    }

    private static boolean anySecret(List<String> secrets, String given, String prefix, byte[] body) {
        return secrets.stream().anyMatch(s -> same(given.toLowerCase(Locale.ROOT), hex(hmac(s, prefix, body))));
    }

    private static boolean fresh(String unix, Instant now, Duration tolerance) {
        try {
            Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(unix)), now);
            return age.abs().compareTo(tolerance) <= 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static Optional<String> header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(UTF_8), b.getBytes(UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String standard(String secret, String prefix, byte[] body) {
        return Base64.getEncoder().encodeToString(hmac(standardKey(secret), prefix, body));
    }

    private static byte[] standardKey(String secret) {
        return secret.startsWith(SECRET_PREFIX)
                ? Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()))
                : secret.getBytes(UTF_8);
    }

    private static byte[] hmac(String secret, String prefix, byte[] body) {
        return hmac(secret.getBytes(UTF_8), prefix, body);
    }

    private static byte[] hmac(byte[] key, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(prefix.getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
