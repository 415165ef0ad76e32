package dev.canvelete.server.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Remembers for 24 hours what was asked under which key, per account. What a request stores and the memory of it are one
 * transaction: it is done exactly once, also when it comes many times at once or to several machines. Thread-safe.
 */
public final class Idempotency {
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final int LOCKS = 64;

    private final IdempotencyStore store;
    private final Transactions transactions;
    private final WorldClocks clocks;

    // One at a time in this process, as not every database lets the second wait for the first.
    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toArray();

    public Idempotency(IdempotencyStore store, Transactions transactions, WorldClocks clocks) {
        this.store = store;
        this.transactions = transactions;
        this.clocks = clocks;
    }

    /**
     * A request that came with a key.
     *
     * @param fingerprint the same for equal requests alone
     */
    public Once of(String account, String key, String fingerprint) {
        return new Once() {
            @Override
            public <T> T answer(Class<T> type, Supplier<T> first) {
                synchronized (locks[Math.floorMod((account + key).hashCode(), LOCKS)]) {
                    return transactions.in(() -> firstOrKept(type, first));
                }
            }

            private <T> T firstOrKept(Class<T> type, Supplier<T> first) {
                Instant now = clocks.now(account);
                if (store.claim(account, key, fingerprint, now, now.minus(MEMORY))) {
                    T answer = first.get();
                    store.keep(account, key, Json.tree(answer));
                    return answer;
                }
                return kept(type, store.find(account, key).orElseThrow());
            }

            private <T> T kept(Class<T> type, IdempotencyStore.Earlier earlier) {
                if (!earlier.fingerprint().equals(fingerprint)) {
                    throw Refusal.of(
                            ErrorCode.IDEMPOTENCY_CONFLICT,
                            "This Idempotency-Key was used for another request within the last 24 hours");
                }
                try {
                    return Json.mapper().treeToValue(earlier.answer(), type);
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException("an answer that was kept cannot be read", e);
                }
            }
        };
    }
}
