package dev.canvelete.server.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value that may be long in coming. However many want it, it is asked for once at a time, so that a source that
 * does not answer takes one thread and one connection. Thread-safe.
 */
public final class BoundedReading<T> {
    private final Supplier<T> source;
    private final Duration longest;
    private @Nullable CompletableFuture<T> running;

    /** @param longest how long to wait for it */
    public BoundedReading(Supplier<T> source, Duration longest) {
        this.source = source;
        this.longest = longest;
    }

    /**
     * The value; empty if it does not come in time.
     *
     * @throws IllegalStateException if it cannot be read
     */
    public Optional<T> read() {
        try {
            return Optional.of(question().get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the value cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The value for whoever does not want to wait for it; {@code otherwise} if it does not come in time. */
    CompletableFuture<T> ask(T otherwise) {
        return question().copy().completeOnTimeout(otherwise, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized CompletableFuture<T> question() {
        CompletableFuture<T> question = running;
        if (question == null || question.isDone()) {
            question = CompletableFuture.supplyAsync(
                    source, task -> Thread.ofPlatform().daemon().name("reading").start(task));
            running = question;
        }
        return question;
    }
}
