package dev.canvelete.server.artifact;

import java.util.Map;
import java.util.Set;

/** What the database knows of the files. Both read every render, however few files are asked for. */
public interface FileRecords {
    /** Those of some files that a render names. */
    Set<String> named(Set<String> digests);

    /**
     * Says how much room files take, in each render that names them.
     *
     * @param bytes by digest; 0 for a file that is gone
     */
    void sized(Map<String, Long> bytes);
}
