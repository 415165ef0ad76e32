package dev.canvelete.benchmarks.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.benchmarks.work.Job;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Full batches sent to a server over HTTP, a few at a time, each until it has ended. For one thread. */
final class BatchLoad implements AutoCloseable {
    private static final int LARGEST_BATCH = 100;

    /** So that batches whose records bring a photo are not too large a body. */
    private static final int MOST_BYTES = 8_000_000;

    private static final int UNDER_WAY = 4;

    private final URI server;
    private final Job job;
    private final int size;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService senders = Executors.newFixedThreadPool(UNDER_WAY);
    private final Set<String> completed = new HashSet<>();

    BatchLoad(URI server, Job job) {
        this.server = server;
        this.job = job;
        this.size = batch(job);
    }

    /** How many renders are in a batch. */
    static int batch(Job job) {
        return Math.clamp(MOST_BYTES / record(job, 0).toString().length(), 1, LARGEST_BATCH);
    }

    /** Record of a number, of which no two are equal, so that none is answered with an earlier one's file. */
    static ObjectNode record(Job job, int number) {
        ObjectNode data = job.data(number);
        return data.put("name", data.path("name").asText() + " " + number);
    }

    /**
     * Renders the records from {@code first} to before {@code end}, which are whole batches.
     *
     * @throws IllegalStateException if a render is lost, doubled or did not complete
     */
    void run(int first, int end) throws InterruptedException, ExecutionException {
        List<Future<List<String>>> batches = IntStream.range(first / size, end / size)
                .mapToObj(batch -> senders.submit(() -> send(batch * size)))
                .toList();
        for (Future<List<String>> batch : batches) {
            for (String render : batch.get()) {
                require(completed.add(render), "the render " + render + " was given twice");
            }
        }
        require(completed.size() == end, completed.size() + " renders completed where " + end + " were sent");
    }

    /** The ids of a batch's renders, all of which have completed. */
    private List<String> send(int from) throws IOException, InterruptedException {
        JsonNode state = send(request("/v1/render/batch")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body(from)))));
        List<String> accepted = state.path("renders").findValuesAsText("renderId");
        String id = state.path("batchId").asText();
        while (state.path("status").asText().equals("processing")) {
            state = send(request("/v1/render/batch/" + id + "?wait=60"));
        }
        require(state.path("completedRenders").asInt() == size, "a batch ended as " + state);
        List<String> ended = new ArrayList<>();
        for (JsonNode render : state.path("renders")) {
            require(render.path("status").asText().equals("completed"), "a render ended as " + render);
            ended.add(render.path("renderId").asText());
        }
        require(ended.equals(accepted), "a batch ended with other renders than were accepted");
        return ended;
    }

    private ObjectNode body(int from) {
        ObjectNode body = Json.object();
        ArrayNode renders = body.putArray("renders");
        for (int i = from; i < from + size; i++) {
            renders.addObject()
                    .put("templateId", Objects.requireNonNull(job.design().id()))
                    .put("format", job.format().extension())
                    .set("dynamicData", record(job, i));
        }
        return body;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer cvt_test_enterprise");
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        require(answer.statusCode() == 200, "the server answered " + answer.statusCode());
        return Json.mapper().readTree(answer.body()).path("data");
    }

    private static void require(boolean right, String wrong) {
        if (!right) {
            throw new IllegalStateException(wrong);
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
        http.close();
    }
}
