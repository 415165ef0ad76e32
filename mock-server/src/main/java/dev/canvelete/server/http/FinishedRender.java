package dev.canvelete.server.http;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.error.Refusal;
import java.util.Arrays;

/** What becomes of a single render for whoever waited for it. */
public final class FinishedRender {
    private FinishedRender() {}

    /**
     * The render, if it has its file.
     *
     * @throws Refusal saying why it has none
     */
    public static RenderResult of(RenderResult render) {
        ApiError error = render.error();
        if (error != null) {
            throw failure(error);
        }
        if (render.status() != RenderStatus.COMPLETED) {
            throw Refusal.of(ErrorCode.RENDER_TIMEOUT, "Render timeout");
        }
        return render;
    }

    private static Refusal failure(ApiError error) {
        // To whoever asks for a single design, one that is not there is simply not found.
        if (error.code().equals(ErrorCode.DESIGN_NOT_FOUND.name())) {
            return Refusal.of(ErrorCode.NOT_FOUND, "Design not found");
        }
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(known -> known.name().equals(error.code()))
                .findFirst()
                .orElse(ErrorCode.RENDER_FAILED);
        return Refusal.of(code, error.message());
    }
}
