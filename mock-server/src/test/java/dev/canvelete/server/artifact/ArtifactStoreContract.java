package dev.canvelete.server.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.server.artifact.ArtifactStore.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What holds for every place that finished files are kept in. */
public abstract class ArtifactStoreContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

    /** The store as one more machine sees it. */
    protected abstract ArtifactStore store();

    protected final Instant now() {
        return now.get();
    }

    protected final void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    protected static String text(Artifact file, long first, long length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.copyTo(out, first, length);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsFoundByItsDigestOnEveryMachine() throws IOException {
        String digest = store().write(bytes("certificate"));

        Artifact file = store().find(digest).orElseThrow();

        assertThat(digest).isEqualTo(Digests.sha256(bytes("certificate")));
        assertThat(file.digest()).isEqualTo(digest);
        assertThat(file.size()).isEqualTo(11);
        assertThat(text(file, 0, 11)).isEqualTo("certificate");
        assertThat(text(file, 4, 3)).isEqualTo("ifi");
        assertThat(text(file, 10, 1)).isEqualTo("e");
    }

    @Test
    void anUnknownFileIsNotThere() throws IOException {
        String digest = Digests.sha256(bytes("never written"));

        assertThat(store().find(digest)).isEmpty();
        assertThat(store().touch(digest)).isFalse();
        assertThat(store().entries()).isEmpty();
        store().remove(new Entry(digest, 1, now().minus(Duration.ofDays(1))));
    }

    @Test
    void theFileThatWasNotUsedForLongestComesFirst() throws IOException {
        ArtifactStore store = store();
        Instant begin = now();
        String a = store.write(bytes("a"));
        pass(Duration.ofHours(1));
        String b = store.write(bytes("bb"));
        assertThat(store.entries()).containsExactly(new Entry(a, 1, begin), new Entry(b, 2, now()));

        pass(Duration.ofHours(1));
        assertThat(store.touch(a)).isTrue();

        assertThat(store.entries())
                .containsExactly(new Entry(b, 2, begin.plus(Duration.ofHours(1))), new Entry(a, 1, now()));
        pass(Duration.ofHours(1));
        assertThat(store.write(bytes("bb"))).isEqualTo(b);
        assertThat(store.entries()).extracting(Entry::digest).containsExactly(a, b);
    }

    @Test
    void anEqualFileOfAnotherMachineIsKeptOnceAndUsedAgain() throws IOException {
        String digest = store().write(bytes("popular"));
        pass(Duration.ofHours(1));

        assertThat(store().write(bytes("popular"))).isEqualTo(digest);

        assertThat(store().entries()).containsExactly(new Entry(digest, 7, now()));
    }

    @Test
    void aRemovedFileIsGoneUntilItIsWrittenAgain() throws IOException {
        ArtifactStore store = store();
        String digest = store.write(bytes("old"));
        String other = store.write(bytes("other"));
        Entry entry = store.entries().stream()
                .filter(listed -> listed.digest().equals(digest))
                .findFirst()
                .orElseThrow();
        pass(Duration.ofDays(30));

        store.remove(entry);

        assertThat(store.find(digest)).isEmpty();
        assertThat(store.touch(digest)).isFalse();
        assertThat(store.find(other)).isPresent();
        store.write(bytes("old"));
        assertThat(text(store.find(digest).orElseThrow(), 0, 3)).isEqualTo("old");
    }

    @Test
    void aFileThatWasUsedSinceIsNotRemoved() throws IOException {
        String digest = store().write(bytes("popular"));
        pass(Duration.ofDays(30));
        List<Entry> seen = store().entries();
        assertThat(store().touch(digest)).isTrue();

        store().remove(seen.getFirst());

        assertThat(text(store().find(digest).orElseThrow(), 0, 7)).isEqualTo("popular");
    }

    @Test
    void usesAndRemovalsAtTheSameTimeLoseNothing() throws Exception {
        ArtifactStore user = store();
        ArtifactStore sweeper = store();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 50; round++) {
                String digest = user.write(bytes("contended"));
                Artifact found = user.find(digest).orElseThrow();
                pass(Duration.ofHours(1));
                Entry seen = sweeper.entries().getFirst();
                Future<?> removed = threads.submit(() -> {
                    sweeper.remove(seen);
                    return null;
                });
                Future<?> used = threads.submit(() -> user.write(bytes("contended")));
                removed.get();
                used.get();

                assertThat(text(user.find(digest).orElseThrow(), 0, 9)).isEqualTo("contended");
                assertThat(text(found, 0, 9)).isEqualTo("contended");
                assertThat(sweeper.entries()).extracting(Entry::size).containsExactly(9L);
            }
        }
    }

    @Test
    void aProbeIsNoFile() throws IOException {
        store().probe();
        store().probe();

        assertThat(store().entries()).isEmpty();
    }
}
