package dev.canvelete.client;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results as a service would give them. */
final class Results {
    private Results() {}

    static RenderResult completed(String id, String url) {
        return completed(id, url, null);
    }

    static RenderResult completed(String id, String url, @Nullable Integer fileSize) {
        return result(id, RenderStatus.COMPLETED, url, null, fileSize == null ? null : Long.valueOf(fileSize));
    }

    static RenderResult failed(String id, ErrorCode code, String message) {
        return result(id, RenderStatus.FAILED, null, ApiError.of(code, message), null);
    }

    static BatchResults of(RenderResult... results) {
        CanveleteClient client = CanveleteClient.builder()
                .apiKey("k")
                .baseUrl("http://service.example")
                .transport(new FakeService(1))
                .build();
        return new BatchResults(
                client.render(),
                BatchOptions.standard(),
                Stream.of(results)
                        .map(r -> RenderRequest.of("t").data("id", r.renderId()))
                        .toList(),
                List.of(new BatchState(
                        "batch_1", RenderStatus.COMPLETED, results.length, 0, 0, null, null, List.of(results))));
    }

    private static RenderResult result(
            String id, RenderStatus status, @Nullable String url, @Nullable ApiError error, @Nullable Long size) {
        return new RenderResult(
                id, status, null, null, url, error, null, null, size, null, null, null, null, null, null);
    }
}
