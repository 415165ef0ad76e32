package dev.canvelete.server.account;

import dev.canvelete.server.artifact.Digests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a new key, as it may be kept for the case that its holder asks again: only the secret of the key that it
 * was made with opens it, and of that one the service keeps no more than a hash.
 *
 * @param key the id of the new key, sealed once only
 * @param bytes AES-GCM, in hex digits
 */
public record SealedSecret(String key, String bytes) {
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    /** @param by the secret of the key that it was made with */
    public static SealedSecret of(Accounts.IssuedKey issued, String by) {
        String key = issued.key().id();
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, by, issued.secret().getBytes(StandardCharsets.UTF_8));
        return new SealedSecret(key, HexFormat.of().formatHex(sealed));
    }

    /**
     * The secret.
     *
     * @throws IllegalStateException if it was sealed by another
     */
    public String open(String by) {
        return new String(cipher(Cipher.DECRYPT_MODE, key, by, HexFormat.of().parseHex(bytes)), StandardCharsets.UTF_8);
    }

    private static byte[] cipher(int mode, String key, String by, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // No id comes twice, so that no nonce does under the same key.
            byte[] nonce = Arrays.copyOf(digest("nonce " + key), NONCE_BYTES);
            cipher.init(mode, new SecretKeySpec(digest("seal " + by), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of the key " + key + " cannot be sealed or opened so", e);
        }
    }

    private static byte[] digest(String text) {
        return Digests.newSha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "SealedSecret[" + key + "]";
    }
}
