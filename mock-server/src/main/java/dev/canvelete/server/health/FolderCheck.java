package dev.canvelete.server.health;

import com.codahale.metrics.health.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether files can be written to a folder: one is, because permissions alone tell nothing of a full disk. */
public final class FolderCheck extends HealthCheck {
    private static final byte[] SOMETHING = {1};

    private final Path folder;

    public FolderCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    protected Result check() throws IOException {
        Path part = Files.createTempFile(folder, "", ".part");
        try {
            Files.write(part, SOMETHING);
        } finally {
            Files.deleteIfExists(part);
        }
        return Result.healthy("it can be written");
    }
}
