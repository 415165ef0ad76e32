package dev.canvelete.server.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.compat.Repeats;
import dev.canvelete.server.fault.Faults;
import dev.canvelete.server.fault.HttpFault;
import dev.canvelete.server.fault.HttpFaults;
import dev.canvelete.server.http.Dialect;
import dev.canvelete.server.journal.Journal;
import dev.canvelete.server.limits.Allowance;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Keeps the journal of the API's requests and lets faults strike them. Nothing waits on a thread. Thread-safe. */
public final class TrafficHandler extends Handler.Wrapper {
    /** Says of an answer that a fault made it, and which kind. */
    public static final String FAULT_HEADER = "Canvelete-Fault";

    private final HttpFaults faults;
    private final Exchange.Sinks sinks;
    private final Function<Request, Optional<String>> worlds;

    /** @param worlds the account that a request is about, if it can be told */
    public TrafficHandler(
            HttpFaults faults, Journal journal, WorldClocks clocks, Function<Request, Optional<String>> worlds) {
        this.faults = faults;
        this.sinks = new Exchange.Sinks(journal, new Repeats(), clocks);
        this.worlds = worlds;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (path == null || !(path.startsWith("/v1/") || path.startsWith("/api/") || path.startsWith("/renders/"))) {
            return super.handle(request, response, callback);
        }
        String world = worlds.apply(request).orElse(null);
        Exchange exchange = new Exchange(sinks, world, request);
        Optional<HttpFaults.Struck> struck = faults.none()
                ? Optional.empty()
                : faults.strike(world, request.getMethod(), path, Exchange.headers(request.getHeaders()));
        struck.ifPresent(strike -> exchange.struckBy(Faults.kind(strike.fault())));
        Passage passage = new Passage(request, response, callback, exchange);
        return struck.isPresent() ? strike(struck.get(), passage) : pass(passage, Spoiling.NONE);
    }

    private boolean strike(HttpFaults.Struck strike, Passage passage) throws Exception {
        return switch (strike.fault()) {
            case HttpFault.Pass pass -> pass(passage, Spoiling.NONE);
            case HttpFault.Malformed malformed -> pass(passage, Spoiling.MALFORMED);
            case HttpFault.Delay delay -> later(strike, passage);
            case HttpFault.Status status -> answer(passage, status.status(), status.body(), status.headers());
            case HttpFault.RateLimited limited -> {
                yield answer(passage, 429, null, tooMany(passage, strike.left()));
            }
            case HttpFault.Cut cut ->
                switch (cut.moment()) {
                    case BEFORE -> cut(passage);
                    case MIDWAY -> pass(passage, Spoiling.CUT_MIDWAY);
                    case AFTER -> pass(passage, Spoiling.CUT);
                };
        };
    }

    private Map<String, String> tooMany(Passage passage, Duration left) {
        Instant reset = sinks.clocks().now(passage.exchange().world()).plus(left);
        Map<String, String> headers = new HashMap<>(new Allowance(1, 0, reset).headers());
        headers.put("Retry-After", Long.toString(Math.max(1, (left.toMillis() + 999) / 1000)));
        return headers;
    }

    private boolean later(HttpFaults.Struck strike, Passage passage) {
        var unused = strike.delay()
                .whenCompleteAsync(
                        (over, cancelled) -> {
                            try {
                                pass(passage, Spoiling.NONE);
                            } catch (Exception e) {
                                passage.callback().failed(e);
                            }
                        },
                        Thread::startVirtualThread);
        return true;
    }

    private boolean pass(Passage passage, Spoiling spoiling) throws Exception {
        RecordedRequest request =
                new RecordedRequest(passage.request(), passage.exchange().asked());
        RecordedResponse response = new RecordedResponse(request, passage.response(), passage.exchange(), spoiling);
        Callback callback = new Ending(passage, response, spoiling);
        if (!super.handle(request, response, callback)) {
            Response.writeError(request, response, callback, 404);
        }
        return true;
    }

    private static boolean answer(Passage passage, int status, @Nullable JsonNode body, Map<String, String> headers) {
        return whenRead(passage, () -> write(passage, status, body, headers));
    }

    /** Goes on when the request's body has been read, so that the journal has it. */
    private static boolean whenRead(Passage passage, Runnable next) {
        Callback read = Callback.from(next, passage.callback()::failed);
        Content.Source.consumeAll(
                new RecordedRequest(passage.request(), passage.exchange().asked()), read);
        return true;
    }

    private static void write(Passage passage, int status, @Nullable JsonNode body, Map<String, String> headers) {
        Response response = passage.response();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders()
                .put(FAULT_HEADER, String.valueOf(passage.exchange().fault()));
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        byte[] bytes = body == null ? error(passage, status) : bytes(body);
        passage.exchange().answered().take(ByteBuffer.wrap(bytes));
        passage.exchange().end(status, response.getHeaders());
        response.write(true, ByteBuffer.wrap(bytes), new Ending(passage, response, Spoiling.NONE));
    }

    private static byte[] error(Passage passage, int status) {
        ErrorCode code =
                switch (status) {
                    case 401 -> ErrorCode.UNAUTHORIZED;
                    case 403 -> ErrorCode.FORBIDDEN;
                    case 404 -> ErrorCode.NOT_FOUND;
                    case 429 -> ErrorCode.RATE_LIMITED;
                    default -> status < 500 ? ErrorCode.VALIDATION_ERROR : ErrorCode.INTERNAL_ERROR;
                };
        String path = passage.request().getHttpURI().getPath();
        return bytes(Json.tree(Dialect.of(path).error(ApiError.of(code, "A fault was set to refuse this request"))));
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return Json.mapper().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }

    private static boolean cut(Passage passage) {
        return whenRead(passage, () -> {
            passage.exchange().end(0, passage.response().getHeaders());
            passage.cut();
        });
    }

    /** A request on its way through. */
    private record Passage(Request request, Response response, Callback callback, Exchange exchange) {
        /** The abort leaves no time for an error page. */
        void cut() {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new Request.Handler.AbortException("a fault was set to cut this connection"));
        }
    }

    /** Writes an exchange down when its answer is over. */
    private record Ending(Passage passage, Response response, Spoiling spoiling) implements Callback {
        @Override
        public void succeeded() {
            if (response instanceof RecordedResponse recorded) {
                recorded.complete();
            }
            boolean cut = spoiling == Spoiling.CUT || spoiling == Spoiling.CUT_MIDWAY;
            passage.exchange().end(cut ? 0 : response.getStatus(), response.getHeaders());
            if (cut) {
                passage.cut();
            } else {
                passage.callback().succeeded();
            }
        }

        @Override
        public void failed(Throwable failure) {
            passage.exchange().end(0, response.getHeaders());
            passage.callback().failed(failure);
        }
    }
}
