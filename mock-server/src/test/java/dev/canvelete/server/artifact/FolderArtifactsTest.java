package dev.canvelete.server.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactsTest extends ArtifactStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected ArtifactStore store() {
        return new FolderArtifacts(folder, this::now);
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
