package dev.canvelete.server.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderResult;
import org.jspecify.annotations.Nullable;

/** What the events of renders and batches say. */
final class EventData {
    private EventData() {}

    static ObjectNode render(RenderResult render) {
        ObjectNode data = Json.object()
                .put("renderId", render.renderId())
                .put("designId", render.designId())
                .put("status", render.status().wireName());
        outcome(data, render.downloadUrl(), render.error());
        ObjectNode metadata = data.putObject("metadata");
        metadata.put("format", render.format() == null ? null : render.format().extension());
        if (render.fileSize() != null) {
            metadata.put("width", render.width()).put("height", render.height()).put("fileSize", render.fileSize());
        }
        return data;
    }

    static ObjectNode batch(BatchState batch) {
        ObjectNode data = Json.object()
                .put("batchId", batch.batchId())
                .put("status", batch.status().wireName())
                .put("totalRenders", batch.totalRenders())
                .put("completedRenders", batch.completedRenders())
                .put("failedRenders", batch.failedRenders());
        ArrayNode renders = data.putArray("renders");
        for (RenderResult render : batch.renders()) {
            ObjectNode line = renders.addObject()
                    .put("renderId", render.renderId())
                    .put("status", render.status().wireName());
            outcome(line, render.downloadUrl(), render.error());
        }
        return data;
    }

    private static void outcome(ObjectNode data, @Nullable String downloadUrl, @Nullable ApiError error) {
        if (downloadUrl != null) {
            data.put("downloadUrl", downloadUrl);
        }
        if (error != null) {
            data.putObject("error").put("code", error.code()).put("message", error.message());
        }
    }
}
