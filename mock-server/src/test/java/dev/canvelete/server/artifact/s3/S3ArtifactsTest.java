package dev.canvelete.server.artifact.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.server.artifact.Artifact;
import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.artifact.ArtifactStoreContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3ArtifactsTest extends ArtifactStoreContract {
    private final FakeS3 s3 = FakeS3.start();
    private final List<ArtifactStore> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ArtifactStore::close);
        s3.close();
    }

    @Override
    protected ArtifactStore store() {
        ArtifactStore store = S3Artifacts.open(s3.url("some/prefix"), this::now);
        opened.add(store);
        return store;
    }

    private long objectsOf(String digest) {
        return s3.objects().keySet().stream()
                .filter(key -> key.startsWith("some/prefix/" + digest + "/"))
                .count();
    }

    @Test
    void everyUseIsNotedAndNoFileIsKeptTwice() throws IOException {
        ArtifactStore store = store();
        String digest = store.write(bytes("badge"));
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofHours(1));
            store.write(bytes("badge"));
        }

        assertThat(store.entries()).extracting(ArtifactStore.Entry::usedAt).containsExactly(now());
        assertThat(objectsOf(digest)).isEqualTo(1);
    }

    @Test
    void usesWithinAMinuteCostNothingAndAFileThatYoungStays() throws IOException {
        ArtifactStore store = store();
        String digest = store.write(bytes("badge"));
        ArtifactStore.Entry seen = store.entries().getFirst();
        s3.forbid("PUT");
        pass(Duration.ofSeconds(59));
        assertThat(store.touch(digest)).isTrue();

        store.remove(seen);
        assertThat(store.find(digest)).isPresent();

        pass(Duration.ofSeconds(61));
        store.remove(seen);
        assertThat(store.find(digest)).isEmpty();
    }

    @Test
    void whatOthersKeepInTheBucketIsLeftAlone() throws IOException {
        String foreign = "ab".repeat(32) + "/1772366400000";
        s3.objects().put(foreign, bytes("behind no prefix"));
        s3.objects().put("some/prefix/holiday.jpg", bytes("a picture"));
        ArtifactStore store = store();

        assertThat(store.entries()).isEmpty();
        assertThat(store.find("ab".repeat(32))).isEmpty();
        assertThat(s3.objects()).containsKeys(foreign, "some/prefix/holiday.jpg");
    }

    @Test
    void moreFilesThanFitOnAPageAreListed() throws IOException {
        ArtifactStore store = store();
        for (int i = 0; i < 7; i++) {
            store.write(bytes("file " + i));
        }

        assertThat(store.entries()).hasSize(7);
    }

    @Test
    void aStoreThatIsBusyForAMomentIsAskedAgain() throws IOException {
        ArtifactStore store = store();
        s3.tooBusyFor(2);

        String digest = store.write(bytes("badge"));

        s3.tooBusyFor(2);
        assertThat(text(store.find(digest).orElseThrow(), 0, 5)).isEqualTo("badge");
    }

    @Test
    void aConnectionThatBreaksIsNoShorterFile() throws IOException {
        ArtifactStore store = store();
        Artifact file = store.find(store.write(bytes("badge"))).orElseThrow();
        s3.cutObjects();

        assertThatThrownBy(() -> file.copyTo(new ByteArrayOutputStream(), 0, 5)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileThatIsRemovedWhileItIsSentIsAnError() throws IOException {
        ArtifactStore store = store();
        Artifact file = store.find(store.write(bytes("badge"))).orElseThrow();
        s3.objects().clear();

        assertThatThrownBy(() -> file.copyTo(new ByteArrayOutputStream(), 0, 5))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("removed while it was sent");
    }

    @Test
    void aStoreThatRefusesIsAnErrorWithoutCredentials() {
        ArtifactStore store = store();
        s3.forbid("PUT");

        assertThatThrownBy(store::probe).isInstanceOf(IOException.class).hasMessage("the bucket finished answered 403");
    }
}
