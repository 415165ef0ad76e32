package dev.canvelete.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear whole or not at all. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes to the place that it is given. */
    @FunctionalInterface
    interface Writing {
        void to(Path part) throws IOException;
    }

    /** Lets a file be written beside its place and moves it there; its folder is made, and a file there is replaced. */
    static void write(Path target, Writing writing) throws IOException {
        Path absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.resolveSibling(""));
        Path part = Files.createTempFile(absolute.resolveSibling(""), ".canvelete-", ".part");
        try {
            writing.to(part);
            Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
