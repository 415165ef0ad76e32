package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.server.artifact.Retention;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactTest {
    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path data;

    private ServerOptions options() {
        return ServerOptions.standard()
                .withEngine("scripted")
                .withDataFolder(data)
                .withClock(clock);
    }

    @Test
    void equalFilesAreKeptOnceAndHaveTheSameTag() throws IOException {
        try (MockServer server = MockServer.start(options())) {
            List<String> urls = urls(Api.enterprise(server).finished("""
                    {"renders":[{"templateId":"badge_template","cache":false},{"templateId":"product_card"},
                                {"templateId":"product_card","dynamicData":{"content":"other"}}]}"""));

            assertThat(files()).hasSize(2);
            assertThat(tag(urls.get(0))).isEqualTo(tag(urls.get(1))).isNotEqualTo(tag(urls.get(2)));
        }
    }

    @Test
    void goesWhenItWasNotUsedForTooLongAndIsRenderedAgain() {
        ServerOptions shortly = options().withRetention(new Retention(Duration.ofDays(2), Long.MAX_VALUE));
        String used;
        String forgotten;
        try (MockServer server = MockServer.start(shortly)) {
            used = urls(Api.enterprise(server).finished(one("used"))).get(0);
            forgotten = urls(Api.enterprise(server).finished(one("forgotten"))).get(0);
            clock.advance(Duration.ofDays(1));
            Api.enterprise(server).finished(one("used"));
        }
        clock.advance(Duration.ofDays(1).plusSeconds(1));

        try (MockServer server = MockServer.start(shortly)) {
            awaitGone(server, forgotten);
            assertThat(status(at(server, used))).isEqualTo(200);
            JsonNode again = Api.enterprise(server)
                    .finished(one("forgotten"))
                    .path("renders")
                    .get(0);
            assertThat(again.path("cached").asBoolean()).isFalse();
            assertThat(status(again.path("downloadUrl").asText())).isEqualTo(200);
        }
    }

    @Test
    void theLongestUnusedGoesWhenThereIsTooMuch() {
        ServerOptions little = options().withRetention(new Retention(Duration.ofDays(2), 10));
        String first;
        String second;
        try (MockServer server = MockServer.start(little)) {
            first = urls(Api.enterprise(server).finished(one("123456"))).get(0);
            clock.advance(Duration.ofSeconds(1));
            second = urls(Api.enterprise(server).finished(one("abcdef"))).get(0);
        }

        try (MockServer server = MockServer.start(little)) {
            awaitGone(server, first);
            assertThat(status(at(server, second))).isEqualTo(200);
        }
    }

    @Test
    void theStorageUsedIsThatOfTheFilesThatAreStillThere() {
        ServerOptions shortly = options().withRetention(new Retention(Duration.ofDays(2), Long.MAX_VALUE));
        String forgotten;
        try (MockServer server = MockServer.start(shortly)) {
            forgotten = urls(Api.enterprise(server).finished(one("12345"))).get(0);
            clock.advance(Duration.ofDays(1));
            Api.enterprise(server).finished(one("abc"));

            assertThat(storageUsed(server)).isEqualTo(8);
        }
        clock.advance(Duration.ofDays(1).plusSeconds(1));

        try (MockServer server = MockServer.start(shortly)) {
            awaitGone(server, forgotten);
            assertThat(storageUsed(server)).isEqualTo(3);

            Api.enterprise(server).finished(one("12345"));
            assertThat(storageUsed(server)).isEqualTo(8);
        }
    }

    private static long storageUsed(MockServer server) {
        return Api.enterprise(server)
                .get("/api/v1/usage/stats")
                .data()
                .path("storageUsed")
                .asLong();
    }

    @Test
    void whatNoRenderNamesIsSweptAway() throws IOException {
        String named;
        try (MockServer server = MockServer.start(options())) {
            named = urls(Api.enterprise(server).finished(one("named"))).get(0);
        }
        Path folder = Files.createDirectories(data.resolve("renders/ab"));
        Path orphan = Files.writeString(folder.resolve("ab".repeat(32)), "written, and then the process died");
        Path part = Files.writeString(folder.resolve("ab".repeat(32) + "-file_7.part"), "half wri");
        Path elsewhere = Files.writeString(data.resolve("renders/7.part"), "half of an earlier version's");
        List<Path> unnamed = List.of(orphan, part, elsewhere);
        for (Path file : unnamed) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        }
        clock.advance(Duration.ofHours(2));

        try (MockServer server = MockServer.start(options())) {
            while (unnamed.stream().anyMatch(Files::exists)) {
                assertThat(status(at(server, named))).isEqualTo(200);
            }
            assertThat(status(at(server, named))).isEqualTo(200);
        }
    }

    @Test
    void aBatchIsSentAsAnArchiveWithSafeUniqueNames() throws IOException {
        try (MockServer server = MockServer.start(options())) {
            Api api = Api.enterprise(server);
            String design = api.post("/v1/designs", "{}").data().path("id").asText();
            String id = api.finished("""
                            {"renders":[{"templateId":"badge_template","dynamicData":{"content":"a"}},
                                        {"designId":"../../etc/passwd"},
                                        {"templateId":"badge_template","format":"svg","dynamicData":{"content":"b"}},
                                        {"designId":"%s","format":"pdf","dynamicData":{"content":"c"}}]}""".formatted(design)).path("batchId").asText();

            HttpResponse<byte[]> archive = Api.bytes(api.request("/v1/render/batch/" + id + "/archive"));
            assertThat(archive.statusCode()).isEqualTo(200);
            assertThat(entries(archive.body()))
                    .containsExactly(
                            "001-badge_template.png a", "003-badge_template.svg b", "004-" + design + ".pdf c");
            assertThat(new Api(server.baseUri(), "cvt_test_teams")
                            .get("/v1/render/batch/" + id + "/archive")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static List<String> entries(byte[] archive) throws IOException {
        List<String> entries = new ArrayList<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries.add(entry.getName() + " " + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return entries;
    }

    private static String one(String content) {
        return "{\"renders\":[{\"templateId\":\"badge_template\",\"dynamicData\":{\"content\":\"" + content + "\"}}]}";
    }

    private static List<String> urls(JsonNode batch) {
        return batch.path("renders").findValuesAsText("downloadUrl");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(data.resolve("renders"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void awaitGone(MockServer server, String url) {
        while (status(at(server, url)) != 404) {
            Thread.onSpinWait();
        }
    }

    private static String at(MockServer server, String url) {
        return server.baseUri() + URI.create(url).getPath();
    }

    private static String tag(String url) {
        return get(url).headers().firstValue("ETag").orElseThrow();
    }

    private static int status(String url) {
        return get(url).statusCode();
    }

    private static HttpResponse<byte[]> get(String url) {
        return Api.bytes(HttpRequest.newBuilder(URI.create(url)));
    }
}
