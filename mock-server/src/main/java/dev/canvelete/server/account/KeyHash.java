package dev.canvelete.server.account;

import dev.canvelete.server.artifact.Digests;
import java.nio.charset.StandardCharsets;

/** What is stored of a secret. A secret is long and random, so that a plain digest cannot be guessed back. */
final class KeyHash {
    private KeyHash() {}

    /** The secret's SHA-256 in hexadecimal. */
    static String of(String secret) {
        return Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
