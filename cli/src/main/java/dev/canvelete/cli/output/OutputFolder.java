package dev.canvelete.cli.output;

import dev.canvelete.cli.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A folder whose files appear whole or not at all: each is written into a hidden folder in it and moved from there. What
 * a killed run left in the hidden folder is removed by the next one. Thread-safe.
 */
public final class OutputFolder implements AutoCloseable {
    private static final String PARTS = ".canvelete-parts";

    private final Path root;
    private final Path parts;
    private final AtomicLong count = new AtomicLong();

    private OutputFolder(Path root) {
        this.root = root;
        this.parts = root.resolve(PARTS);
    }

    /**
     * Opens a folder, making it if need be.
     *
     * @throws CommandFailure if it cannot be written to
     */
    public static OutputFolder open(Path root) {
        OutputFolder folder = new OutputFolder(root.toAbsolutePath());
        try {
            folder.removeParts();
            Files.createDirectories(folder.parts);
            return folder;
        } catch (IOException e) {
            throw new CommandFailure(root + " cannot be written to: " + OutputFile.reason(e), e);
        }
    }

    /** Where a file of the folder lies. */
    public Path path(String file) {
        return root.resolve(file);
    }

    /** A place of its own for a file that is being written; {@link #publish} moves it. */
    public Path part() {
        return parts.resolve(Long.toString(count.incrementAndGet()));
    }

    /** Puts a written part in its place; one that is there is replaced. */
    public void publish(Path part, String file) throws IOException {
        Path target = path(file);
        Files.createDirectories(target.resolveSibling(""));
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes a file; one that is there is replaced. */
    public void write(String file, byte[] bytes) throws IOException {
        Path part = part();
        try {
            Files.write(part, bytes);
            publish(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void removeParts() throws IOException {
        if (!Files.exists(parts)) {
            return;
        }
        try (Stream<Path> all = Files.walk(parts)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Removes what is not whole. */
    @Override
    public void close() throws IOException {
        removeParts();
    }
}
