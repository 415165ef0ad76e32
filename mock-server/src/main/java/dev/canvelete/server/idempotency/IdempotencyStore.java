package dev.canvelete.server.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Where keys and their answers are kept. Everything happens in the caller's transaction: another that claims the same key
 * waits until it ends. Implementations are thread-safe.
 */
public interface IdempotencyStore {
    /**
     * Takes a key of an account, if it is free.
     *
     * @param forgotten keys that were taken until then are free again
     */
    boolean claim(String account, String key, String fingerprint, Instant now, Instant forgotten);

    /** Keeps the answer for a key that was claimed. */
    void keep(String account, String key, JsonNode answer);

    /** What a key that was not free was taken for. */
    Optional<Earlier> find(String account, String key);

    /**
     * An earlier request.
     *
     * @param fingerprint of its content
     */
    record Earlier(String fingerprint, JsonNode answer) {}
}
