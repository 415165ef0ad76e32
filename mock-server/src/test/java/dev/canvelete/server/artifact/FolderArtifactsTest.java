package dev.canvelete.server.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.atIndex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactsTest extends ArtifactStoreContract {
    @TempDir
    private Path folder;

    private final AtomicInteger written = new AtomicInteger();

    @Override
    protected ArtifactStore store() {
        return store(true);
    }

    private ArtifactStore store(boolean apart) {
        return new FolderArtifacts(folder, prefix -> prefix + "_" + written.incrementAndGet(), this::now, () -> apart);
    }

    @Test
    void aFileHasTheFoldersTimeUnlessTheClockIsApart() throws IOException {
        pass(Duration.ofDays(-20_000));

        store(false).write(bytes("now"));
        store(true).write(bytes("long ago"));

        assertThat(store().entries())
                .hasSize(2)
                .satisfies(old -> assertThat(old.usedAt()).isEqualTo(now()), atIndex(0))
                .satisfies(fresh -> assertThat(fresh.usedAt()).isAfter(now().plus(Duration.ofDays(1))), atIndex(1));
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
