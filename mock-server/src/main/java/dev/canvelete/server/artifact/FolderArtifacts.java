package dev.canvelete.server.artifact;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.canvelete.server.id.IdSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Files in a folder, as {@code ab/ab12…}. They are written beside their place and moved there, so that no reader sees half
 * of one, and threads that write at once seldom wait for the same folder; their time of modification says when they were
 * used last.
 */
public final class FolderArtifacts implements ArtifactStore {
    private static final int DEPTH = 2;
    private static final byte[] SOMETHING = {1};
    private static final int MOST_LATEST = 4096;
    private static final Duration SAME_TIME = Duration.ofSeconds(1);

    private final Path folder;
    private final String writer;
    private final AtomicLong parts = new AtomicLong();
    private final InstantSource clock;
    private final InstantSource machine;

    /**
     * What was written lately. Nothing else is looked for before it is written: hardly any file is there already, and one
     * that is may as well be replaced by its equal.
     */
    private final Set<String> latest = Collections.newSetFromMap(Caffeine.newBuilder()
            .maximumSize(MOST_LATEST)
            .<String, Boolean>build()
            .asMap());

    /**
     * Files in that folder, which must be there.
     *
     * @param ids names what is not written whole yet
     * @param clock says when a file is used
     * @param machine the clock that new files have their time from
     */
    public FolderArtifacts(Path folder, IdSource ids, InstantSource clock, InstantSource machine) {
        this.folder = folder;
        this.writer = ids.next("file");
        this.clock = clock;
        this.machine = machine;
    }

    @Override
    public String write(byte[] bytes) throws IOException {
        String digest = Digests.sha256(bytes);
        if (latest.add(digest) || !touch(digest)) {
            put(known(digest), bytes);
        }
        return digest;
    }

    private void put(Path place, byte[] bytes) throws IOException {
        Path part = place.resolveSibling(place.getFileName() + "-" + writer + "-" + parts.incrementAndGet() + ".part");
        try {
            write(part, bytes);
            Instant now = clock.instant();
            if (Duration.between(machine.instant(), now).abs().compareTo(SAME_TIME) > 0) {
                use(part, now);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private static void write(Path part, byte[] bytes) throws IOException {
        try (FileChannel file = create(part)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                file.write(left);
            }
        }
    }

    private static FileChannel create(Path part) throws IOException {
        try {
            return FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            Files.createDirectories(part.resolveSibling(""));
            return FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    @Override
    public boolean touch(String digest) throws IOException {
        Path place = place(digest);
        if (!Files.exists(place)) {
            return false;
        }
        try {
            use(place, clock.instant());
            // A process that had just moved it away to remove it may not have seen this use.
            return Files.exists(place);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void use(Path file, Instant now) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    @Override
    public Optional<Artifact> find(String digest) throws IOException {
        Path place = place(digest);
        try {
            return Optional.of(new FileArtifact(digest, Files.size(place), place));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            files.forEach(file -> entry(file).ifPresent(entries::add));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        entries.sort(Comparator.comparing(Entry::usedAt));
        return entries;
    }

    private Optional<Entry> entry(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            Instant usedAt = attributes.lastModifiedTime().toInstant();
            String name = file.getFileName().toString();
            return Optional.of(new Entry(
                    Digests.isDigest(name) ? name : folder.relativize(file).toString(), attributes.size(), usedAt));
        } catch (IOException e) {
            // Another process has removed it meanwhile.
            return Optional.empty();
        }
    }

    @Override
    public void remove(Entry entry) throws IOException {
        Path place = Digests.isDigest(entry.digest()) ? place(entry.digest()) : folder.resolve(entry.digest());
        // Moved away first: once it is looked at again, nobody can touch it any more.
        Path doomed = folder.resolve(place.getFileName() + ".doomed");
        try {
            Files.move(place, doomed, StandardCopyOption.ATOMIC_MOVE);
            if (Files.getLastModifiedTime(doomed).toInstant().isAfter(entry.usedAt())) {
                Files.move(doomed, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (NoSuchFileException e) {
            // Another process was faster.
        }
        Files.deleteIfExists(doomed);
    }

    @Override
    public void probe() throws IOException {
        Path part = Files.createTempFile(folder, "", ".part");
        try {
            Files.write(part, SOMETHING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path place(String digest) {
        if (!Digests.isDigest(digest)) {
            throw new IllegalArgumentException("a digest is 64 hex digits");
        }
        return known(digest);
    }

    private Path known(String digest) {
        return folder.resolve(digest.substring(0, 2)).resolve(digest);
    }

    private record FileArtifact(String digest, long size, Path file) implements Artifact {
        @Override
        public void copyTo(OutputStream out, long first, long length) throws IOException {
            WritableByteChannel target = Channels.newChannel(out);
            try (FileChannel source = FileChannel.open(file)) {
                long sent = 0;
                while (sent < length) {
                    sent += source.transferTo(first + sent, length - sent, target);
                }
            }
        }
    }
}
