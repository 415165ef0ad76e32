package dev.canvelete.client;

import dev.canvelete.client.http.Environment;
import dev.canvelete.client.http.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when somebody sleeps, which takes no time. */
public final class FakeTime implements InstantSource, Sleeper {
    public static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        advance(duration);
    }

    public void advance(Duration duration) {
        now.updateAndGet(t -> t.plus(duration));
    }

    public List<Duration> sleeps() {
        return sleeps;
    }

    /** This time, no jitter at all, and the ids id-1, id-2 … */
    public Environment environment() {
        AtomicInteger count = new AtomicInteger();
        return new Environment(this, this, () -> 1, () -> "id-" + count.incrementAndGet());
    }
}
