package dev.canvelete.server.batch;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.server.artifact.Artifact;
import dev.canvelete.server.artifact.ArtifactStore;
import java.io.IOException;
import java.util.Optional;

/** Finds the finished files of renders. Thread-safe. */
public final class Downloads {
    private final RenderFiles files;
    private final ArtifactStore artifacts;

    public Downloads(RenderFiles files, ArtifactStore artifacts) {
        this.files = files;
        this.artifacts = artifacts;
    }

    /** The file of a render, if it completed in that format and its file is still kept. */
    public Optional<Artifact> find(String renderId, OutputFormat format) throws IOException {
        Optional<RenderFiles.RenderFile> file = files.find(renderId).filter(found -> found.format() == format);
        return file.isEmpty() ? Optional.empty() : artifacts.find(file.get().digest());
    }
}
