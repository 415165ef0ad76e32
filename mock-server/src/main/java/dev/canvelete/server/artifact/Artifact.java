package dev.canvelete.server.artifact;

import java.io.IOException;
import java.io.OutputStream;

/** One finished file. */
public interface Artifact {
    /** The SHA-256 of what is in it, in hex. */
    String digest();

    /** In bytes. */
    long size();

    /**
     * Writes a part of it.
     *
     * @param first the first byte, counted from 0
     * @param length how many bytes, all of which the file has
     */
    void copyTo(OutputStream out, long first, long length) throws IOException;
}
