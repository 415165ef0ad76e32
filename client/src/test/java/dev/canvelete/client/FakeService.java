package dev.canvelete.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.BatchAccepted;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.Envelope;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.client.http.Request;
import dev.canvelete.client.http.Response;
import dev.canvelete.client.http.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A service in memory: each batch ends after a random number of questions, and each result carries its data's "n". */
final class FakeService implements Transport {
    private final Random random;
    private final Map<String, List<RenderResult>> batches = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> questionsLeft = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();

    private final Set<Integer> failing = ConcurrentHashMap.newKeySet();
    private final List<Integer> rendered = new CopyOnWriteArrayList<>();
    private final AtomicInteger downloads = new AtomicInteger();

    FakeService(long seed) {
        this.random = new Random(seed);
    }

    /** Lets the record with that "n" fail the first time that it is rendered. */
    void failOnce(int n) {
        failing.add(n);
    }

    /** The "n" of every record that was rendered, in order. */
    List<Integer> rendered() {
        return rendered;
    }

    int downloads() {
        return downloads.get();
    }

    int mostUnderWay() {
        return mostUnderWay.get();
    }

    @Override
    public Response send(Request request) throws IOException {
        if (request.method().equals("POST")) {
            return accept(request);
        }
        return request.uri().getPath().startsWith("/renders/") ? download(request) : answer(request);
    }

    private Response accept(Request request) throws IOException {
        byte[] body = request.body();
        JsonNode renders =
                Json.mapper().readTree(body == null ? new byte[0] : body).path("renders");
        List<RenderResult> results = new ArrayList<>();
        renders.forEach(r -> results.add(ended(r.path("dynamicData").path("n").asInt())));
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        String id;
        synchronized (random) {
            id = "batch_" + batches.size();
            questionsLeft.put(id, new AtomicInteger(random.nextInt(5)));
            batches.put(id, results);
        }
        return ok(new BatchAccepted(id, RenderStatus.PROCESSING, results.size(), 0, List.of()));
    }

    private Response answer(Request request) throws IOException {
        String path = request.uri().getPath();
        String id = path.substring(path.lastIndexOf('/') + 1);
        boolean ended = questionsLeft.getOrDefault(id, new AtomicInteger()).getAndDecrement() <= 0;
        if (ended) {
            underWay.decrementAndGet();
        }
        List<RenderResult> results = batches.getOrDefault(id, List.of());
        return ok(new BatchState(
                id,
                ended ? RenderStatus.COMPLETED : RenderStatus.PROCESSING,
                results.size(),
                0,
                0,
                null,
                null,
                ended ? results : List.of()));
    }

    private RenderResult ended(int n) {
        rendered.add(n);
        String id = "render_" + n;
        if (failing.remove(n)) {
            return Results.failed(id, ErrorCode.RENDER_FAILED, "on purpose, once");
        }
        String url = "/renders/" + n + ".png";
        return Results.completed(id, url, file(url).length());
    }

    private static String file(String url) {
        return "file of " + url;
    }

    private Response download(Request request) throws IOException {
        downloads.incrementAndGet();
        String file = file(request.uri().getPath());
        Path saveTo = request.saveTo();
        if (saveTo != null) {
            Files.writeString(saveTo, file);
        }
        return new Response(200, Map.of(), saveTo == null ? file.getBytes(UTF_8) : new byte[0]);
    }

    private static Response ok(Object data) throws IOException {
        return new Response(
                200,
                Map.of(),
                Json.mapper().writeValueAsString(Envelope.of(data)).getBytes(UTF_8));
    }

    @Override
    public void close() {}
}
