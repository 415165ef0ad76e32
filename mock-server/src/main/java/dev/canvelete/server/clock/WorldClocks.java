package dev.canvelete.server.clock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in each world: the server's, at the distance that the world's own clock was moved to. A world is known
 * by its account's id. Thread-safe.
 */
public final class WorldClocks {
    private final ControllableClock server;
    private final Map<String, ControllableClock> own = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final List<Consumer<@Nullable String>> backwards = new CopyOnWriteArrayList<>();

    /** @param server what the worlds' clocks run with */
    public WorldClocks(ControllableClock server) {
        this.server = server;
        server.onMove(this::moved);
        server.onSetBack(() -> setBack(null));
    }

    private void moved() {
        own.values().forEach(ControllableClock::look);
        watchers.forEach(Runnable::run);
    }

    private void setBack(@Nullable String world) {
        backwards.forEach(watcher -> watcher.accept(world));
    }

    /** The clock of the whole server. */
    public ControllableClock server() {
        return server;
    }

    /**
     * A world's own clock, for whoever moves it or waits.
     *
     * @param world null for the server's
     */
    public ControllableClock of(@Nullable String world) {
        return world == null ? server : own.computeIfAbsent(world, this::fresh);
    }

    private ControllableClock fresh(String world) {
        ControllableClock clock = ControllableClock.over(server);
        clock.onMove(() -> watchers.forEach(Runnable::run));
        clock.onSetBack(() -> setBack(world));
        return clock;
    }

    /**
     * What time it is.
     *
     * @param world null for the server's time
     */
    public Instant now(@Nullable String world) {
        ControllableClock clock = world == null ? null : own.get(world);
        return (clock == null ? server : clock).instant();
    }

    /** The worlds whose time is not the server's. */
    public Set<String> apart() {
        return own.entrySet().stream()
                .filter(entry -> entry.getValue().apart())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Has that run after every move of any of the clocks; it must be quick and throw nothing. */
    public void onMove(Runnable watcher) {
        watchers.add(watcher);
    }

    /**
     * Tells of every move that leads back in time, so that what was counted in a time that is still to come is forgotten.
     *
     * @param watcher given the world, or null when it is the server's clock and so all worlds'; what it throws goes to
     *     whoever moves the clock
     */
    public void onSetBack(Consumer<@Nullable String> watcher) {
        backwards.add(watcher);
    }

    /**
     * Undoes all moves.
     *
     * @param world of that world's clock alone; null for all, and the server's
     */
    public void reset(@Nullable String world) {
        if (world == null) {
            own.values().forEach(ControllableClock::reset);
            server.reset();
        } else if (own.containsKey(world)) {
            of(world).reset();
        }
    }

    /** Forgets a world that is no more. */
    public void forget(String world) {
        own.remove(world);
    }
}
