package dev.canvelete.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.webhook.WebhookEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes at random moments of a load, or lets them stand still. How often says the system property {@code canvelete.kills}, and
 * {@code canvelete.seed} repeats a run.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KillTest {
    private static final int KILLS = Integer.getInteger("canvelete.kills", 3);
    private static final int RENDERS = 20;
    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xae, 'B', '`', (byte) 0x82};

    private final Random random = new Random(Long.getLong("canvelete.seed", 7));
    private final List<String> accepted = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatOneProcessAcceptedItsSuccessorsFinish() throws Exception {
        Path config = config("node", "");
        try (Receiver receiver = new Receiver()) {
            for (int i = 0; i < KILLS; i++) {
                Node node = Node.start(config);
                load(node, receiver);
                node.kill();
            }
            try (Node last = Node.start(config)) {
                verify(last, receiver);
            }
        }
    }

    @Test
    void whatOneOfTwoMachinesAcceptedTheOtherFinishes() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Receiver receiver = new Receiver()) {
            String database = "database: '" + postgres.getJdbcUrl("postgres", "postgres") + "'\n";
            try (Node steady = Node.start(config("steady", database))) {
                for (int i = 0; i < KILLS; i++) {
                    Node mortal = Node.start(config("mortal", database));
                    submit(steady, receiver);
                    load(mortal, receiver);
                    mortal.kill();
                }
                verify(steady, receiver);
            }
        }
    }

    @Test
    void oneThatStoodStillBeyondItsLeasesWritesNoSecondResult() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Receiver receiver = new Receiver()) {
            String database = "database: '" + postgres.getJdbcUrl("postgres", "postgres") + "'\n";
            Path config = config("paused", database + """
                    logging:
                      level: WARN
                      appenders: [{type: console, target: stderr}]
                      loggers: {dev.canvelete.server.batch: INFO}
                    """);
            try (Node paused = Node.start(config)) {
                paused.post("/__admin/clock", "{\"frozen\": true}");
                paused.post(
                        "/__admin/faults",
                        "{\"kind\": \"render.slow\", \"latency\": {\"distribution\": \"fixed\", \"time\": \"10s\", \"real\": false}}");
                submit(paused, receiver);
                while (!statuses(paused).equals(Collections.nCopies(RENDERS, "processing"))) {
                    Thread.onSpinWait();
                }
                paused.pause();
                try (Node other = Node.start(config("other", database))) {
                    verify(other, receiver);
                    JsonNode ended = other.get("/v1/render/batch/" + accepted.get(0));

                    paused.goOn();
                    paused.post("/__admin/clock", "{\"advance\": \"10s\"}");
                    awaitRefusals(config.resolveSibling("errors.txt"));

                    assertThat(other.get("/v1/render/batch/" + accepted.get(0))).isEqualTo(ended);
                    verify(paused, receiver);
                } finally {
                    paused.goOn();
                }
            }
        }
    }

    private List<String> statuses(Node node) throws IOException {
        return node.get("/v1/render/batch/" + accepted.get(0)).path("renders").findValuesAsText("status");
    }

    /** Until every one of the batch's renders was drawn again, to no avail. */
    private static void awaitRefusals(Path log) throws IOException {
        long refused;
        do {
            try (Stream<String> lines = Files.lines(log)) {
                refused = lines.filter(line -> line.contains("taken over by another attempt"))
                        .count();
            }
        } while (refused < RENDERS);
    }

    private Path config(String name, String more) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        return Files.writeString(own.resolve("canvelete.yml"), """
                port: 0
                engine: placeholder
                workers: 2
                lease: 2s
                webhookRetries: [10ms, 100ms, 1s, 1s, 1s, 1s, 1s]
                dataFolder: %s
                """.formatted(folder.resolve("data")) + more);
    }

    /** Submits some batches and looks at them a random number of times. */
    private void load(Node node, Receiver receiver) throws IOException {
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            submit(node, receiver);
        }
        for (int i = random.nextInt(20); i > 0; i--) {
            JsonNode batch = node.get("/v1/render/batch/" + accepted.get(random.nextInt(accepted.size())));
            for (JsonNode render : batch.path("renders")) {
                if (render.path("status").asText().equals("completed")) {
                    isWhole(node, render);
                }
            }
        }
    }

    private void submit(Node node, Receiver receiver) throws IOException {
        String renders = "{\"templateId\":\"badge_template\",\"format\":\"png\"},".repeat(RENDERS);
        String body = "{\"renders\":[" + renders.substring(0, renders.length() - 1) + "],\"webhook\":\""
                + receiver.url() + "\"}";
        accepted.add(node.post("/v1/render/batch", body).path("batchId").asText());
    }

    /** Every batch has ended with every render, was told of as one event, and its files are whole. */
    private void verify(Node node, Receiver receiver) throws Exception {
        for (String id : accepted) {
            JsonNode batch;
            do {
                batch = node.get("/v1/render/batch/" + id + "?wait=60");
            } while (batch.path("status").asText().equals("processing"));
            assertThat(batch.path("renders").findValuesAsText("status"))
                    .hasSize(RENDERS)
                    .containsOnly("completed");
            assertThat(batch.path("completedRenders").asInt()).isEqualTo(RENDERS);
            for (JsonNode render : batch.path("renders")) {
                isWhole(node, render);
            }
            List<WebhookEvent> told = receiver.of(id);
            assertThat(told)
                    .extracting(WebhookEvent::eventId)
                    .containsOnly(told.get(0).eventId());
            assertThat(told.get(0).data().path("renders").findValuesAsText("renderId"))
                    .isEqualTo(batch.path("renders").findValuesAsText("renderId"));
        }
    }

    private static void isWhole(Node node, JsonNode render) throws IOException {
        HttpResponse<byte[]> file = node.download(render.path("downloadUrl").asText());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).hasSize(render.path("fileSize").asInt()).endsWith(PNG_END);
    }
}
