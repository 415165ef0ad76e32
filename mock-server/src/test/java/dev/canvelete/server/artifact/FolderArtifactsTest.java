package dev.canvelete.server.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactsTest extends ArtifactStoreContract {
    @TempDir
    private Path folder;

    private final AtomicInteger written = new AtomicInteger();

    @Override
    protected ArtifactStore store() {
        return store(InstantSource.fixed(Instant.EPOCH));
    }

    private ArtifactStore store(InstantSource machine) {
        return new FolderArtifacts(folder, prefix -> prefix + "_" + written.incrementAndGet(), this::now, machine);
    }

    @Test
    void whileTheClockShowsTheMachinesTimeAFileKeepsTheTimeThatItHasByItself() throws IOException {
        store(this::now).write(bytes("a"));
        assertThat(store().entries().getFirst().usedAt()).isNotEqualTo(now());

        store(() -> now().minusSeconds(2)).write(bytes("a"));
        assertThat(store().entries().getFirst().usedAt()).isEqualTo(now());
    }

    @Test
    void aFolderThatIsGoneFailsTheProbe() throws IOException {
        ArtifactStore store = store();
        Files.delete(folder);

        assertThatThrownBy(store::probe).isInstanceOf(IOException.class);
        Files.createDirectory(folder);
        assertThat(store.entries()).isEmpty();
    }
}
