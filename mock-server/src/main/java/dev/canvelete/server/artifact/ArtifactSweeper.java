package dev.canvelete.server.artifact;

import static java.util.stream.Collectors.toMap;

import dev.canvelete.server.artifact.ArtifactStore.Entry;
import dev.canvelete.server.signal.WakeUp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files that are too old, that are too many, and that no render names because whoever wrote them died before it
 * could say so. Looks at the start, from time to time, and when it is called.
 */
public final class ArtifactSweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ArtifactSweeper.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long a file may be there before a render names it. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final ArtifactStore store;
    private final Retention retention;
    private final FileRecords records;
    private final InstantSource clock;
    private final WakeUp wakeUp;
    private final Thread thread = Thread.ofPlatform().name("artifacts").daemon().unstarted(this::loop);
    private volatile boolean open = true;

    /** @param wakeUp called when it shall look */
    public ArtifactSweeper(
            ArtifactStore store, Retention retention, FileRecords records, InstantSource clock, WakeUp wakeUp) {
        this.store = store;
        this.retention = retention;
        this.records = records;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    /** Begins to look. */
    public void start() {
        thread.start();
    }

    private void loop() {
        while (open) {
            long seen = wakeUp.count();
            try {
                sweep();
            } catch (IOException | RuntimeException e) {
                LOG.error("the finished files could not be looked through", e);
            }
            try {
                wakeUp.await(seen, PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void sweep() throws IOException {
        Instant now = clock.instant();
        List<Entry> entries = store.entries();
        long bytes = entries.stream().mapToLong(Entry::size).sum();
        List<Entry> doomed = new ArrayList<>();
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries) {
            if (bytes > retention.bytes()
                    || !entry.usedAt().plus(retention.age()).isAfter(now)) {
                doomed.add(entry);
                bytes -= entry.size();
            } else if (entry.usedAt().plus(GRACE).isBefore(now)) {
                kept.add(entry);
            }
        }
        remove(doomed);
        removeOrphans(kept);
    }

    /**
     * Tells the database first, so that dying in between leaves nothing that is gone and counted. What is there all the
     * same, because a process used or wrote it meanwhile, is told again.
     */
    private void remove(List<Entry> doomed) throws IOException {
        // The rest are parts of files that were never written whole.
        List<String> digests =
                doomed.stream().map(Entry::digest).filter(Digests::isDigest).toList();
        records.sized(digests.stream().collect(toMap(digest -> digest, digest -> 0L)));
        for (Entry entry : doomed) {
            store.remove(entry);
        }
        Map<String, Long> there = new HashMap<>();
        for (String digest : digests) {
            store.find(digest).ifPresent(file -> there.put(digest, file.size()));
        }
        records.sized(there);
    }

    private void removeOrphans(List<Entry> entries) throws IOException {
        Set<String> known =
                records.named(Set.copyOf(entries.stream().map(Entry::digest).toList()));
        for (Entry entry : entries) {
            if (!known.contains(entry.digest())) {
                store.remove(entry);
            }
        }
    }

    @Override
    public void close() {
        open = false;
        wakeUp.call();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
