package dev.canvelete.server.artifact;

import dev.canvelete.api.render.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The finished files, in a folder. A file appears there whole or not at all. Thread-safe. */
public final class ArtifactStore {
    private final Path folder;

    /** Files in that folder, which must be there. */
    public ArtifactStore(Path folder) {
        this.folder = folder;
    }

    /** Stores a render's file, in place of an earlier attempt's. */
    public void write(String renderId, OutputFormat format, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(folder, renderId, ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, path(renderId, format), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The file of a render, if there is one. Ids that no render can have are never looked for. */
    public Optional<Path> find(String renderId, OutputFormat format) {
        if (!renderId.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)))) {
            return Optional.empty();
        }
        return Optional.of(path(renderId, format)).filter(Files::isRegularFile);
    }

    private Path path(String renderId, OutputFormat format) {
        return folder.resolve(renderId + "." + format.extension());
    }
}
