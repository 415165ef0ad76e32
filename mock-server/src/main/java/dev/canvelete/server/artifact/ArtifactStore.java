package dev.canvelete.server.artifact;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps finished files under the SHA-256 of what is in them, in hex: equal files are kept once, and a file never changes.
 * A file is there whole or not at all. Implementations are thread-safe, and several processes may share one.
 */
public interface ArtifactStore extends AutoCloseable {
    /** Keeps a file, or notes that it is used again; gives its digest. */
    String write(byte[] bytes) throws IOException;

    /** Notes that a file is used again; false if it is not there. */
    boolean touch(String digest) throws IOException;

    /** The file of that digest, if there is one. */
    Optional<Artifact> find(String digest) throws IOException;

    /** Every file, the one first that was not used for longest. */
    List<Entry> entries() throws IOException;

    /** Removes a file, unless it was used again since the entry was read. */
    void remove(Entry entry) throws IOException;

    /** Keeps something small, because permissions alone tell nothing of a full disk; fails if it cannot. */
    void probe() throws IOException;

    /** Lets go of what it holds open; the files stay. */
    @Override
    default void close() {}

    /**
     * A file as the store lists it.
     *
     * @param digest the file's, or a name of the store's own for what was never written whole
     * @param size in bytes
     * @param usedAt when it was written or touched last
     */
    record Entry(String digest, long size, Instant usedAt) {}
}
