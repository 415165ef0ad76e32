package dev.canvelete.render.resource;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The bytes of an asset.
 *
 * @param bytes shared by everyone who loaded the asset, not to be changed
 * @param digest SHA-256 of the bytes: equal for equal assets, wherever they came from
 */
@SuppressWarnings("ArrayRecordComponent") // Resources are compared by their digest.
public record Resource(byte[] bytes, BigInteger digest) {
    /** A resource of these bytes. */
    public static Resource of(byte[] bytes) {
        try {
            return new Resource(
                    bytes, new BigInteger(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
