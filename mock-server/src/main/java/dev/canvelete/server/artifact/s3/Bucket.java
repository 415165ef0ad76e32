package dev.canvelete.server.artifact.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The few things done with a bucket. Thread-safe. */
final class Bucket implements AutoCloseable {
    private final S3Client client;
    private final String name;

    Bucket(S3Client client, String name) {
        this.client = client;
        this.name = name;
    }

    /** Keeps an object, which is there whole or not at all: the store refuses it when its checksum is another. */
    void put(String key, byte[] bytes) throws IOException {
        ask(() -> client.putObject(
                request -> request.bucket(name).key(key).contentMD5(md5(bytes)), RequestBody.fromBytes(bytes)));
    }

    // The one checksum that every store which speaks as S3 does knows; it guards against broken lines, not malice.
    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Copies an object within the store; false if it is not there. */
    boolean copy(String from, String to) throws IOException {
        return ask(() -> client.copyObject(request -> request.sourceBucket(name)
                        .sourceKey(from)
                        .destinationBucket(name)
                        .destinationKey(to)))
                .isPresent();
    }

    /** Removes an object, if it is there. */
    void delete(String key) throws IOException {
        ask(() -> client.deleteObject(request -> request.bucket(name).key(key)));
    }

    /** Every object whose key begins so. */
    List<StoredObject> list(String prefix) throws IOException {
        List<StoredObject> objects = new ArrayList<>();
        ask(() -> {
            client.listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
                    .contents()
                    .forEach(object -> objects.add(new StoredObject(object.key(), object.size())));
            return objects;
        });
        return objects;
    }

    /**
     * Writes a part of an object; false, with nothing written, if it is not there.
     *
     * @param length in bytes, at least 1
     */
    boolean copyTo(OutputStream out, String key, long first, long length) throws IOException {
        Optional<ResponseInputStream<GetObjectResponse>> found = ask(() -> client.getObject(
                request -> request.bucket(name).key(key).range("bytes=" + first + "-" + (first + length - 1))));
        if (found.isEmpty()) {
            return false;
        }
        ResponseInputStream<GetObjectResponse> part = found.get();
        boolean whole = false;
        try {
            whole = part.transferTo(out) == length;
        } finally {
            if (whole) {
                part.close();
            } else {
                // Closing would read to the end first.
                part.abort();
            }
        }
        if (!whole) {
            throw new EOFException("the bucket " + name + " sent another length than it was asked for");
        }
        return true;
    }

    /** Empty when the object that is asked for is not there. */
    private <T> Optional<T> ask(Supplier<T> question) throws IOException {
        try {
            return Optional.of(question.get());
        } catch (S3Exception e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw new IOException("the bucket " + name + " answered " + e.statusCode(), e);
        } catch (SdkException e) {
            throw new IOException("the bucket " + name + " cannot be reached", e);
        }
    }

    private static boolean isMissing(S3Exception e) {
        return e.awsErrorDetails() != null
                && "NoSuchKey".equals(e.awsErrorDetails().errorCode());
    }

    @Override
    public void close() {
        client.close();
    }

    /** @param size in bytes */
    record StoredObject(String key, long size) {}
}
