package dev.canvelete.server.db;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the requests of stored renders, and the texts that those of a batch share once. For one thread. */
final class StoredRequests {
    private static final PlainSql TEXTS =
            new PlainSql("select content from batch_texts where batch_id = ? order by number");

    private final Handle handle;
    private final Map<String, List<String>> texts = new HashMap<>();

    StoredRequests(Handle handle) {
        this.handle = handle;
    }

    /**
     * A render's request.
     *
     * @param json the render's own part of it
     * @param batchId null for a render on its own
     */
    RenderRequest request(String json, @Nullable String batchId) {
        return Json.mapper().convertValue(tree(json, batchId), RenderRequest.class);
    }

    /** The same as a tree. */
    JsonNode tree(String json, @Nullable String batchId) {
        return SharedTexts.restore(json, () -> texts.computeIfAbsent(String.valueOf(batchId), this::texts));
    }

    private List<String> texts(String batchId) {
        return TEXTS.list(handle, row -> Sql.json(row.getString("content"), String.class), batchId);
    }
}
