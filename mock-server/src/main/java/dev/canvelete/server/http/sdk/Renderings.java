package dev.canvelete.server.http.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.server.account.Account;
import dev.canvelete.server.artifact.Artifact;
import dev.canvelete.server.batch.BatchService;
import dev.canvelete.server.batch.Downloads;
import dev.canvelete.server.batch.RenderHistory;
import dev.canvelete.server.error.Refusal;
import dev.canvelete.server.http.Caller;
import dev.canvelete.server.http.FinishedRender;
import dev.canvelete.server.http.IdempotencyKeys;
import dev.canvelete.server.http.RenderForms;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Single renders, as every path of this dialect that renders answers them. Thread-safe. */
public final class Renderings {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BatchService renders;
    private final RenderHistory history;
    private final Downloads downloads;
    private final IdempotencyKeys keys;

    public Renderings(BatchService renders, RenderHistory history, Downloads downloads, IdempotencyKeys keys) {
        this.renders = renders;
        this.history = history;
        this.downloads = downloads;
        this.keys = keys;
    }

    /** Sets the workers to a render that nobody waits for. */
    RenderResult start(ContainerRequestContext request, ObjectNode body) {
        RenderRequest render = RenderForms.render(body);
        String webhook = RenderForms.webhook(body);
        return once(request, body, account -> renders.submitSingle(account, render, webhook));
    }

    /** Renders, and answers with the file's bytes. */
    CompletionStage<Response> bytes(ContainerRequestContext request, ObjectNode body) {
        RenderRequest render = RenderForms.render(body);
        return file(request, once(request, body, account -> renders.submitSingle(account, render, null)));
    }

    /** Renders what is told as an export too, and answers with the file's bytes. */
    CompletionStage<Response> export(ContainerRequestContext request, String design, ObjectNode body) {
        RenderRequest render = RenderForms.single(body, "designId", design);
        return file(request, once(request, body, account -> renders.submitExport(account, render)));
    }

    private RenderResult once(
            ContainerRequestContext request, ObjectNode body, Function<Account, RenderResult> submission) {
        Account account = Caller.account(request);
        return keys.of(request, body).answer(RenderResult.class, () -> submission.apply(account));
    }

    private CompletionStage<Response> file(ContainerRequestContext request, RenderResult queued) {
        return renders.awaitRender(Caller.account(request), queued.renderId(), PATIENCE)
                .thenApply(FinishedRender::of)
                .thenApply(this::file);
    }

    private Response file(RenderResult render) {
        OutputFormat format = Objects.requireNonNullElse(render.format(), OutputFormat.PNG);
        Artifact file = artifact(render.renderId(), format);
        return Response.ok((StreamingOutput) out -> file.copyTo(out, 0, file.size()), format.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header("X-Render-Id", render.renderId())
                .build();
    }

    private Artifact artifact(String renderId, OutputFormat format) {
        try {
            return downloads
                    .find(renderId, format)
                    .orElseThrow(() -> Refusal.of(ErrorCode.RENDER_FAILED, "The finished file is gone"));
        } catch (IOException e) {
            throw new UncheckedIOException("a finished file could not be read", e);
        }
    }

    /** One render as it stands. */
    RenderRecord find(Account account, String id) {
        return RenderRecord.of(renders.render(account, id));
    }

    /** One page of what was rendered, newest first. */
    Data<List<RenderRecord>> history(Account account, @Nullable String design, PageQuery query) {
        RenderHistory.Page found = history.list(account.id(), design, query.page(), query.limit());
        return Data.page(found.renders().stream().map(RenderRecord::of).toList(), query, found.total());
    }
}
