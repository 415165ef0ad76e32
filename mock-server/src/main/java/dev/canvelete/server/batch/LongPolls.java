package dev.canvelete.server.batch;

import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.signal.Endings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Holds answers until what they tell of has ended, or their time is up. No thread waits meanwhile. Thread-safe. */
public final class LongPolls {
    /** How often to look although nothing was heard, since word of another machine may be lost. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Endings endings;
    private final WorldClocks clocks;
    private final Executor waiters;

    /** @param waiters runs what looks again */
    public LongPolls(Endings endings, WorldClocks clocks, Executor waiters) {
        this.endings = endings;
        this.clocks = clocks;
        this.waiters = waiters;
    }

    /**
     * What {@code look} finds when it has ended, or when the wait is over.
     *
     * @param account whose clock says when the wait is over
     * @param id of the batch or render
     * @throws RuntimeException as {@code look} does
     */
    <T> CompletableFuture<T> await(String account, String id, Duration wait, Supplier<T> look, Predicate<T> ended) {
        if (wait.isZero()) {
            return CompletableFuture.completedFuture(look.get());
        }
        // The wait is over by the clock or, so that a frozen one holds nobody, by the wall's.
        CompletableFuture<Void> late = clocks.of(account)
                .when(clocks.now(account).plus(wait))
                .completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return new Poll<>(id, late, look, ended).step().whenComplete((found, failure) -> late.cancel(false));
        } catch (RuntimeException e) {
            late.cancel(false);
            throw e;
        }
    }

    private final class Poll<T> {
        private final String id;
        private final CompletableFuture<Void> late;
        private final Supplier<T> look;
        private final Predicate<T> ended;

        Poll(String id, CompletableFuture<Void> late, Supplier<T> look, Predicate<T> ended) {
            this.id = id;
            this.late = late;
            this.look = look;
            this.ended = ended;
        }

        CompletableFuture<T> step() {
            // Asked for before looking, so that an end in between is not missed.
            CompletableFuture<Void> end = endings.of(id);
            T state = found();
            if (ended.test(state)) {
                endings.ended(List.of(id));
            }
            if (ended.test(state) || late.isDone() || endings.closed()) {
                return CompletableFuture.completedFuture(state);
            }
            return CompletableFuture.anyOf(
                            late, end.completeOnTimeout(null, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS))
                    .thenComposeAsync(any -> step(), waiters);
        }

        /** What there is; whoever waits for what is there no longer learns so at once. */
        private T found() {
            try {
                return look.get();
            } catch (RuntimeException e) {
                endings.ended(List.of(id));
                throw e;
            }
        }
    }
}
