package dev.canvelete.server.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The service's time. It runs with another clock until it is frozen, set or advanced; whoever waits for a time learns of
 * every such move at once. Thread-safe.
 */
public final class ControllableClock implements InstantSource {
    /** The earliest time that it can be set to. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** The latest time that it can be set to, which every database can hold. */
    public static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(1);

    /** How long whoever waits for a frozen clock sleeps in one go; a move wakes it. */
    private static final Duration WHILE_FROZEN = Duration.ofHours(1);

    private final InstantSource base;
    private final @Nullable ControllableClock leader;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final List<Runnable> backwards = new CopyOnWriteArrayList<>();
    private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();
    private volatile Reading reading = new Reading(Duration.ZERO, null);

    /** @param base what it runs with, at a distance once it was set */
    public ControllableClock(InstantSource base) {
        this(base, null);
    }

    private ControllableClock(InstantSource base, @Nullable ControllableClock leader) {
        this.base = base;
        this.leader = leader;
    }

    /** A clock that runs with another, and stands still with it; whoever moves that one has this one {@link #look}. */
    static ControllableClock over(ControllableClock leader) {
        return new ControllableClock(leader, leader);
    }

    @Override
    public Instant instant() {
        Reading now = reading;
        return now.frozenAt() == null ? base.instant().plus(now.ahead()) : now.frozenAt();
    }

    /** Whether it stands still. */
    public boolean frozen() {
        return reading.frozenAt() != null || (leader != null && leader.frozen());
    }

    /** Whether it does not simply show what it runs with. */
    boolean apart() {
        Reading now = reading;
        return now.frozenAt() != null || !now.ahead().isZero();
    }

    /** How far it is ahead of what it runs with; negative when it is behind. */
    public Duration ahead() {
        Reading now = reading;
        return now.frozenAt() == null ? now.ahead() : Duration.between(base.instant(), now.frozenAt());
    }

    /** Lets it stand still where it is. */
    public void freeze() {
        move(() -> new Reading(Duration.ZERO, instant()));
    }

    /**
     * Sets it; it goes on standing still, or running, as it was.
     *
     * @throws IllegalArgumentException outside of {@link #EARLIEST} to {@link #LATEST}
     */
    public void set(Instant time) {
        check(time);
        move(() -> at(time));
    }

    /**
     * Moves it forward.
     *
     * @throws IllegalArgumentException if the duration is negative or leads beyond {@link #LATEST}
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration of at least 0 is right, not " + duration);
        }
        move(() -> {
            if (duration.compareTo(Duration.between(instant(), LATEST)) > 0) {
                throw new IllegalArgumentException("times up to " + LATEST + " are right");
            }
            Reading now = reading;
            return now.frozenAt() == null
                    ? new Reading(now.ahead().plus(duration), null)
                    : new Reading(Duration.ZERO, now.frozenAt().plus(duration));
        });
    }

    /** Lets it run again from where it is. */
    public void run() {
        move(() -> new Reading(ahead(), null));
    }

    /** Undoes all of it: it runs and shows what its base does. */
    public void reset() {
        move(() -> new Reading(Duration.ZERO, null));
    }

    private Reading at(Instant time) {
        return reading.frozenAt() != null
                ? new Reading(Duration.ZERO, time)
                : new Reading(Duration.between(base.instant(), time), null);
    }

    private static void check(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("a time from " + EARLIEST + " to " + LATEST + " is right, not " + time);
        }
    }

    private void move(Supplier<Reading> change) {
        boolean back;
        synchronized (this) {
            Instant before = instant();
            reading = change.get();
            back = instant().isBefore(before);
        }
        if (back) {
            backwards.forEach(Runnable::run);
        }
        look();
        watchers.forEach(Runnable::run);
    }

    /** Lets everybody look who waits for a time. */
    void look() {
        alarms.forEach(Alarm::look);
    }

    /** Has that run after every move; it must be quick and throw nothing. */
    public void onMove(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Has that run after every move that leads back in time, before anybody else hears of it; what it throws goes to whoever moves the clock. */
    void onSetBack(Runnable watcher) {
        backwards.add(watcher);
    }

    /**
     * A future of the caller's own that completes when that time has come, whether it passed or was set. Whoever no
     * longer needs it cancels it.
     */
    public CompletableFuture<Void> when(Instant time) {
        Alarm alarm = new Alarm(time);
        alarms.add(alarm);
        var unused = alarm.rung.whenComplete((over, failed) -> alarm.forget());
        alarm.look();
        return alarm.rung;
    }

    /** How long to sleep before looking again whether that time has come; moves do not wait for it. */
    public Duration sleepUntil(Instant time) {
        Duration left = Duration.between(instant(), time);
        if (frozen() && left.isPositive()) {
            return WHILE_FROZEN;
        }
        return left.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : left;
    }

    /**
     * How it goes.
     *
     * @param ahead of the base, while it runs
     * @param frozenAt null while it runs
     */
    private record Reading(Duration ahead, @Nullable Instant frozenAt) {}

    /** One who waits for a time. */
    private final class Alarm {
        private final Instant time;
        private final CompletableFuture<Void> rung = new CompletableFuture<>();
        private @Nullable CompletableFuture<Void> timer;

        Alarm(Instant time) {
            this.time = time;
        }

        /** Rings if the time has come, and else comes back when it may have. */
        void look() {
            if (instant().isBefore(time)) {
                startTimer();
            } else {
                rung.complete(null);
            }
        }

        private synchronized void startTimer() {
            stopTimer();
            if (!frozen() && !rung.isDone()) {
                CompletableFuture<Void> next = new CompletableFuture<Void>()
                        .completeOnTimeout(null, sleepUntil(time).toNanos(), TimeUnit.NANOSECONDS);
                timer = next;
                var unused = next.thenRun(this::look);
            }
        }

        synchronized void forget() {
            alarms.remove(this);
            stopTimer();
        }

        private void stopTimer() {
            if (timer != null) {
                timer.cancel(false);
                timer = null;
            }
        }
    }
}
