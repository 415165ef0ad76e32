package dev.canvelete.server;

import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.artifact.ArtifactSweeper;
import dev.canvelete.server.artifact.FolderArtifacts;
import dev.canvelete.server.artifact.s3.BucketUrl;
import dev.canvelete.server.artifact.s3.S3Artifacts;
import dev.canvelete.server.batch.Downloads;
import dev.canvelete.server.batch.RenderFiles;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.signal.WakeUp;
import java.time.InstantSource;

/** What keeps, finds and removes the files of renders, put together. */
record FinishedFiles(ArtifactStore store, RenderFiles files, ArtifactSweeper sweeper) implements AutoCloseable {
    static FinishedFiles in(DataFolder folder, RenderFiles files, ServerOptions options, ControllableClock clock) {
        ArtifactStore store = options.artifacts()
                .map(bucket -> in(bucket, clock))
                .orElseGet(() -> new FolderArtifacts(folder.artifacts(), options.ids(), clock, InstantSource.system()));
        WakeUp moved = new WakeUp();
        clock.onMove(moved::call);
        return new FinishedFiles(store, files, new ArtifactSweeper(store, options.retention(), files, clock, moved));
    }

    private static ArtifactStore in(BucketUrl bucket, ControllableClock clock) {
        try {
            return S3Artifacts.open(bucket, clock);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "artifacts: " + bucket + " needs software.amazon.awssdk:s3 and"
                            + " software.amazon.awssdk:url-connection-client on the class path",
                    e);
        }
    }

    Downloads downloads() {
        return new Downloads(files, store);
    }

    @Override
    public void close() {
        sweeper.close();
        store.close();
    }
}
