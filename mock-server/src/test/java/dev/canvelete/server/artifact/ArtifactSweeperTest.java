package dev.canvelete.server.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.server.signal.WakeUp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactSweeperTest {
    private static final InstantSource LATER = InstantSource.fixed(Instant.parse("2026-03-14T09:00:00Z"));
    private static final byte[] FILE = "12345".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final AtomicInteger written = new AtomicInteger();

    private FolderArtifacts store(InstantSource clock) {
        return new FolderArtifacts(
                folder, prefix -> prefix + "_" + written.incrementAndGet(), clock, InstantSource.fixed(Instant.MAX));
    }

    /** Another machine writes the same file while this one is about to remove it, or has just done so. */
    @Test
    void countsAFileThatIsThereAgain() throws IOException, InterruptedException {
        String digest = store(InstantSource.fixed(Instant.EPOCH)).write(FILE);
        ArtifactStore another = store(LATER);
        Told told = new Told(another);

        try (ArtifactSweeper sweeper = new ArtifactSweeper(
                store(LATER), new Retention(Duration.ofDays(1), Long.MAX_VALUE), told, LATER, new WakeUp())) {
            sweeper.start();

            assertThat(told.sizes.take()).containsExactly(Map.entry(digest, 0L));
            assertThat(told.sizes.take()).containsExactly(Map.entry(digest, 5L));
            assertThat(another.find(digest)).isPresent();
        }
    }

    /** The database, which the other machine's use comes right after. */
    private static final class Told implements FileRecords {
        private final ArtifactStore another;
        private final BlockingQueue<Map<String, Long>> sizes = new LinkedBlockingQueue<>();

        Told(ArtifactStore another) {
            this.another = another;
        }

        @Override
        public Set<String> named(Set<String> digests) {
            return digests;
        }

        @Override
        public void sized(Map<String, Long> bytes) {
            sizes.add(bytes);
            try {
                another.write(FILE);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
