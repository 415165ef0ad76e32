package dev.canvelete.server;

import dev.canvelete.server.artifact.ArtifactStore;
import dev.canvelete.server.artifact.ArtifactSweeper;
import dev.canvelete.server.artifact.FolderArtifacts;
import dev.canvelete.server.batch.Downloads;
import dev.canvelete.server.batch.RenderFiles;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.signal.WakeUp;
import java.nio.file.Path;

/** What keeps, finds and removes the files of renders, put together. */
record FinishedFiles(ArtifactStore store, RenderFiles files, ArtifactSweeper sweeper) implements AutoCloseable {
    static FinishedFiles in(Path folder, RenderFiles files, ServerOptions options, ControllableClock clock) {
        ArtifactStore store = new FolderArtifacts(folder, clock);
        WakeUp moved = new WakeUp();
        clock.onMove(moved::call);
        return new FinishedFiles(
                store, files, new ArtifactSweeper(store, options.retention(), files::named, clock, moved));
    }

    Downloads downloads() {
        return new Downloads(files, store);
    }

    @Override
    public void close() {
        sweeper.close();
    }
}
