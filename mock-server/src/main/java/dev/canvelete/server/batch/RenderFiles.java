package dev.canvelete.server.batch;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.server.artifact.FileRecords;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which file each finished render has. Implementations are thread-safe. */
public interface RenderFiles extends FileRecords {
    /** The file of a render that completed, whoever's it is. */
    Optional<RenderFile> find(String renderId);

    /** Whose render that is. */
    Optional<String> account(String renderId);

    /** The latest completed renders of the account that were stored under those cache keys, by their keys. */
    Map<String, RenderOutcome.Completed> equal(String account, Set<String> cacheKeys);

    /**
     * A render's file.
     *
     * @param digest what the artifact store has it under
     */
    record RenderFile(String digest, OutputFormat format) {}
}
