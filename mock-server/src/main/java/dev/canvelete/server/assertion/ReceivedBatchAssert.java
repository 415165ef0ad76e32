package dev.canvelete.server.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.match.JsonCondition;
import dev.canvelete.server.testing.ReceivedBatch;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a batch that was taken in and has ended. */
public final class ReceivedBatchAssert extends AbstractAssert<ReceivedBatchAssert, ReceivedBatch> {
    ReceivedBatchAssert(ReceivedBatch batch) {
        super(batch, ReceivedBatchAssert.class);
    }

    /** It has so many renders. */
    public ReceivedBatchAssert withRenders(int count) {
        return same("renders", count, actual.state().totalRenders());
    }

    /** So many of its renders failed. */
    public ReceivedBatchAssert withFailed(int count) {
        return same("failed renders", count, actual.state().failedRenders());
    }

    /** It ended so. */
    public ReceivedBatchAssert withStatus(RenderStatus status) {
        return same("status", status, actual.state().status());
    }

    /** Its renders ended so, in the order of the request. */
    public ReceivedBatchAssert withStatuses(RenderStatus... statuses) {
        return same(
                "statuses",
                List.of(statuses),
                actual.state().renders().stream().map(render -> render.status()).toList());
    }

    /** It asks to be told of its end there. */
    public ReceivedBatchAssert withWebhook(String url) {
        return same("webhook", url, actual.request().path("webhook").asText());
    }

    /**
     * A render of the request carries that value.
     *
     * @param index counted from 0
     * @param path a JSON Pointer into its data, such as {@code /name}
     */
    public ReceivedBatchAssert withData(int index, String path, Object value) {
        JsonNode render = actual.request().path("renders").path(index);
        JsonNode data = render.has("dynamicData") ? render.path("dynamicData") : render.path("dynamic_data");
        JsonNode wanted = Json.tree(value);
        if (!JsonCondition.equal(path, wanted).holds(data)) {
            failWithMessage("Expected %s at %s of render %d but its data is %s", wanted, path, index, data);
        }
        return this;
    }

    private ReceivedBatchAssert same(String what, Object wanted, Object was) {
        if (!Objects.equals(wanted, was)) {
            failWithMessage("Expected the batch's %s to be %s but was %s", what, wanted, was);
        }
        return this;
    }
}
