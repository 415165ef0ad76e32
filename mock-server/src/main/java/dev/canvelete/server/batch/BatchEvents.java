package dev.canvelete.server.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.api.webhook.EventTypes;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.server.id.IdSource;
import dev.canvelete.server.webhook.NewDelivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words the event of a batch that has ended. */
record BatchEvents(IdSource ids) implements BatchStore.Notice {
    @Override
    public NewDelivery of(BatchState ended, String webhook, Instant now) {
        Data data = new Data(
                ended.batchId(),
                ended.status(),
                ended.totalRenders(),
                ended.completedRenders(),
                ended.failedRenders(),
                ended.renders().stream().map(Line::of).toList());
        WebhookEvent event = new WebhookEvent(ids.next("evt"), EventTypes.BATCH_COMPLETED, now, Json.tree(data));
        return new NewDelivery(ids.next("delivery"), webhook, event);
    }

    private record Data(
            String batchId,
            RenderStatus status,
            int totalRenders,
            int completedRenders,
            int failedRenders,
            List<Line> renders) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(
            String renderId,
            RenderStatus status,
            @Nullable String downloadUrl,
            @Nullable ApiError error) {
        static Line of(RenderResult render) {
            ApiError error = render.error();
            return new Line(
                    render.renderId(),
                    render.status(),
                    render.downloadUrl(),
                    error == null ? null : new ApiError(error.code(), error.message(), null));
        }
    }
}
