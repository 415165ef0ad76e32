package dev.canvelete.server;

import dev.canvelete.server.db.DatabaseUrl;
import dev.canvelete.server.id.IdSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a server keeps what it must not forget, or, without a folder of its own, what it forgets when it is closed. */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final boolean temporary;
    private final @Nullable FileChannel lock;

    private DataFolder(Path folder, boolean temporary, @Nullable FileChannel lock) {
        this.folder = folder;
        this.temporary = temporary;
        this.lock = lock;
    }

    /**
     * That folder, made if it is not there; without one, a temporary one.
     *
     * @param shared whether other servers may use it at the same time
     */
    static DataFolder open(Optional<Path> wanted, boolean shared) {
        try {
            Path folder =
                    wanted.isPresent() ? Files.createDirectories(wanted.get()) : Files.createTempDirectory("canvelete");
            return new DataFolder(folder, wanted.isEmpty(), shared ? null : lock(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be made", e);
        }
    }

    /** Keeps other servers out until the channel is closed or the process ends, however it ends. */
    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean ours;
        try {
            ours = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            ours = false;
        }
        if (!ours) {
            channel.close();
            throw new IllegalStateException("the data folder " + folder + " is in use by another server");
        }
        return channel;
    }

    /** Where finished files are kept, unless that is said to be elsewhere. */
    Path artifacts() {
        try {
            return Files.createDirectories(folder.resolve("renders"));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be made", e);
        }
    }

    /** The database that belongs to the folder. */
    DatabaseUrl database(IdSource ids) {
        return temporary ? DatabaseUrl.inMemory(ids.next("memory")) : DatabaseUrl.inFolder(folder);
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
        if (temporary) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
