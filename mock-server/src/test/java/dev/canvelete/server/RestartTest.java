package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.plan.Plan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path data;

    private ServerOptions options() {
        return ServerOptions.standard()
                .withEngine("scripted")
                .withDataFolder(data)
                .withWorkers(2);
    }

    @Test
    void finishesWhatAKilledProcessHadAcceptedAndBegun() throws Exception {
        Path killed = Files.createDirectories(data.resolve("killed"));
        String gated = "{\"renders\":[{\"templateId\":\"badge_template\",\"dynamicData\":{\"gate\":\"restart\"}},"
                + "{\"templateId\":\"badge_template\",\"dynamicData\":{\"gate\":\"restart\"}},"
                + "{\"templateId\":\"badge_template\"}]}";
        String id;
        try (MockServer first = MockServer.start(options())) {
            id = Api.enterprise(first)
                    .post("/v1/render/batch", gated)
                    .data()
                    .path("batchId")
                    .asText();
            // What is on the disk at this moment is all that a killed process leaves.
            Files.copy(data.resolve("canvelete.mv.db"), killed.resolve("canvelete.mv.db"));
            ScriptedEngineProvider.gate("restart").countDown();
        }

        try (MockServer second = MockServer.start(options().withDataFolder(killed))) {
            JsonNode batch = Api.enterprise(second).ended(id);
            assertThat(batch.path("status").asText()).isEqualTo("completed");
            assertThat(batch.path("completedRenders").asInt()).isEqualTo(3);
        }
    }

    @Test
    void theInterruptionOfAThreadDoesNotCloseTheDatabase() {
        try (MockServer server = MockServer.start(options())) {
            for (int i = 0; i < 3; i++) {
                Thread.currentThread().interrupt();
                server.control().worlds().create(Plan.FREE);
                var unused = Thread.interrupted();
            }

            assertThat(Api.enterprise(server)
                            .finished(Api.batch(1, "badge_template"))
                            .path("status")
                            .asText())
                    .isEqualTo("completed");
        }
    }

    @Test
    void aRequestInProgressIsAnsweredAlthoughTheServerCloses() throws InterruptedException {
        MockServer server = MockServer.start(options());
        Api api = Api.enterprise(server);
        CompletableFuture<Api.Answer> preview =
                CompletableFuture.supplyAsync(() -> api.post("/__admin/dashboard/preview", """
                        {"designId":"badge_template","data":{"opens":"preview begun","gate":"preview"}}"""));
        ScriptedEngineProvider.gate("preview begun").await();

        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        while (listens(server)) {
            Thread.onSpinWait();
        }
        ScriptedEngineProvider.gate("preview").countDown();

        assertThat(preview.join().status()).isEqualTo(200);
        closed.join();
    }

    private static boolean listens(MockServer server) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() {
        try (MockServer first = MockServer.start(options())) {
            assertThat(first.baseUri()).isNotNull();
            assertThatThrownBy(() -> MockServer.start(options())).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void namesFileLineAndFieldOfABrokenDesign() throws Exception {
        Path designs = Files.createDirectory(data.resolve("designs"));
        Files.writeString(designs.resolve("a.json"), "{\n\"width\": \"wide\"\n}");

        assertThatThrownBy(() -> MockServer.start(ServerOptions.standard()
                        .withDesignFolders(List.of(designs))
                        .withEngine("scripted")))
                .hasMessageContaining("a.json:2: width");
    }
}
