package dev.canvelete.server.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest requests of every world. A world keeps its newest {@value #MOST_PER_WORLD}; all together take about
 * {@value #MOST_BYTES} bytes at most, and beyond that the world that was quiet for longest is forgotten. Thread-safe.
 */
public final class Journal {
    /** The most entries of one world. */
    public static final int MOST_PER_WORLD = 1000;

    /** About the most memory, in bytes, that all entries take. */
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int MOST_NEAR_MISSES = 3;
    private static final String NOBODY = "";

    /** In the order of their last entry. */
    private final Map<String, Deque<JournalEntry>> worlds = new LinkedHashMap<>(16, 0.75f, true);

    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
    private final List<Consumer<JournalEntry>> watchers = new CopyOnWriteArrayList<>();
    private long lastId;
    private long bytes;

    /** An id for the next entry. */
    public synchronized long nextId() {
        return ++lastId;
    }

    /** Keeps an entry, and tells whoever waits for it. */
    public void add(JournalEntry entry) {
        synchronized (this) {
            Deque<JournalEntry> world = worlds.computeIfAbsent(key(entry.world()), name -> new ArrayDeque<>());
            world.addLast(entry);
            bytes += entry.weight();
            if (world.size() > MOST_PER_WORLD) {
                bytes -= world.removeFirst().weight();
            }
            forgetTheQuiet(world);
        }
        waiting.forEach(one -> one.look(entry));
        watchers.forEach(watcher -> watcher.accept(entry));
    }

    private void forgetTheQuiet(Deque<JournalEntry> newest) {
        Iterator<Deque<JournalEntry>> quietest = worlds.values().iterator();
        while (bytes > MOST_BYTES) {
            Deque<JournalEntry> world = quietest.next();
            if (world == newest) {
                bytes -= world.removeFirst().weight();
                quietest = worlds.values().iterator();
            } else {
                world.forEach(entry -> bytes -= entry.weight());
                quietest.remove();
            }
        }
    }

    /** Has every further entry handed to that; it must be quick and throw nothing. */
    public void onEntry(Consumer<JournalEntry> watcher) {
        watchers.add(watcher);
    }

    /**
     * The requests that are meant, the newest first.
     *
     * @param world null for those of all worlds
     */
    public List<JournalEntry> find(@Nullable String world, RequestPattern pattern, int most) {
        return find(world, pattern, Long.MAX_VALUE, most);
    }

    /**
     * As many of the requests that are meant, from some point on back, the newest first.
     *
     * @param world null for those of all worlds
     * @param before only those with a smaller {@link JournalEntry#id}
     */
    public List<JournalEntry> find(@Nullable String world, RequestPattern pattern, long before, int most) {
        return entries(world)
                .filter(entry -> entry.id() < before && pattern.matches(entry))
                .sorted(Comparator.comparingLong(JournalEntry::id).reversed())
                .limit(most)
                .toList();
    }

    /** The request of that id, if it is still kept. */
    public Optional<JournalEntry> entry(long id) {
        return entries(null).filter(entry -> entry.id() == id).findFirst();
    }

    /**
     * How many of the requests that are kept are meant.
     *
     * @param world null for those of all worlds
     */
    public long count(@Nullable String world, RequestPattern pattern) {
        return entries(world).filter(pattern::matches).count();
    }

    /** Whether there are as many as wanted now. */
    public Verification verify(@Nullable String world, RequestPattern pattern, Count wanted) {
        long count = count(world, pattern);
        boolean holds = wanted.holds(count);
        return new Verification(holds, count, holds ? List.of() : nearMisses(world, pattern));
    }

    /** Completes as soon as there are as many as wanted, or with what there is when the time, which is real, is over. */
    public CompletableFuture<Verification> verify(
            @Nullable String world, RequestPattern pattern, Count wanted, Duration atMost) {
        Waiting one = new Waiting(world, pattern, wanted);
        waiting.add(one);
        one.look();
        return one.held
                .completeOnTimeout(false, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(held -> {
                    waiting.remove(one);
                    return verify(world, pattern, wanted);
                });
    }

    private List<Verification.NearMiss> nearMisses(@Nullable String world, RequestPattern pattern) {
        return entries(world)
                .map(entry -> new Verification.NearMiss(entry, pattern.differences(entry)))
                .filter(miss -> !miss.differences().isEmpty())
                .sorted(Comparator.comparingInt((Verification.NearMiss miss) ->
                                miss.differences().size())
                        .thenComparing(miss -> -miss.entry().id()))
                .limit(MOST_NEAR_MISSES)
                .toList();
    }

    /**
     * Forgets.
     *
     * @param world null for all worlds
     */
    public synchronized void clear(@Nullable String world) {
        if (world == null) {
            worlds.clear();
            bytes = 0;
        } else {
            Deque<JournalEntry> gone = worlds.remove(world);
            Objects.requireNonNullElse(gone, new ArrayDeque<JournalEntry>()).forEach(entry -> bytes -= entry.weight());
        }
    }

    /** A copy, so that nobody is kept from adding while it is looked through. */
    private synchronized Stream<JournalEntry> entries(@Nullable String world) {
        List<JournalEntry> all = new ArrayList<>();
        worlds.entrySet().stream()
                .filter(entry -> world == null || entry.getKey().equals(world))
                .forEach(entry -> all.addAll(entry.getValue()));
        return all.stream();
    }

    private static String key(@Nullable String world) {
        return world == null ? NOBODY : world;
    }

    /** One who waits for a verification to hold. */
    private final class Waiting {
        private final @Nullable String world;
        private final RequestPattern pattern;
        private final Count wanted;
        private final CompletableFuture<Boolean> held = new CompletableFuture<>();

        Waiting(@Nullable String world, RequestPattern pattern, Count wanted) {
            this.world = world;
            this.pattern = pattern;
            this.wanted = wanted;
        }

        void look(JournalEntry entry) {
            if ((world == null || world.equals(entry.world())) && pattern.matches(entry)) {
                look();
            }
        }

        void look() {
            if (wanted.holds(count(world, pattern))) {
                held.complete(true);
            }
        }
    }
}
