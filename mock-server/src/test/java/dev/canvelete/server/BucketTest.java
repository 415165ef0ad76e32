package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.server.artifact.Retention;
import dev.canvelete.server.artifact.s3.BucketUrl;
import dev.canvelete.server.artifact.s3.FakeS3;
import dev.canvelete.server.db.DatabaseUrl;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several servers that keep the finished files in one bucket. */
@Timeout(300)
class BucketTest {
    private final FakeS3 s3 = FakeS3.start();
    private final MovableClock clock = new MovableClock();
    private final DatabaseUrl database = TestDatabase.fresh();

    @AfterEach
    void close() {
        s3.close();
    }

    private MockServer node() {
        return MockServer.start(ServerOptions.standard()
                .withEngine("scripted")
                .withDatabase(database)
                .withArtifacts(s3.url("renders"))
                .withRetention(new Retention(Duration.ofDays(2), Long.MAX_VALUE))
                .withClock(clock));
    }

    private static HttpResponse<byte[]> get(MockServer server, JsonNode render) {
        URI url = URI.create(render.path("downloadUrl").asText());
        return Api.bytes(HttpRequest.newBuilder(URI.create(server.baseUri() + url.getPath())));
    }

    private static String batch(String... contents) {
        List<String> renders = new ArrayList<>();
        for (String content : contents) {
            renders.add("{\"templateId\":\"badge_template\",\"dynamicData\":{\"content\":\"" + content + "\"}}");
        }
        return "{\"renders\":[" + String.join(",", renders) + "]}";
    }

    @Test
    void everyNodeServesWhatAnyHasRendered() throws IOException {
        try (MockServer one = node();
                MockServer two = node()) {
            JsonNode batch = Api.enterprise(one).finished(batch("first", "second", "third"));

            for (MockServer node : List.of(one, two)) {
                assertThat(batch.path("renders"))
                        .extracting(render -> new String(get(node, render).body(), StandardCharsets.UTF_8))
                        .containsExactly("first", "second", "third");
            }
            HttpRequest.Builder part = HttpRequest.newBuilder(URI.create(
                            batch.path("renders").get(0).path("downloadUrl").asText()))
                    .header("Range", "bytes=1-3");
            assertThat(Api.bytes(part).body()).asString().isEqualTo("irs");
            Api api = Api.enterprise(two);
            byte[] archive = Api.bytes(api.request(
                            "/v1/render/batch/" + batch.path("batchId").asText() + "/archive"))
                    .body();
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive));
            zip.getNextEntry();
            assertThat(zip.readAllBytes()).asString().isEqualTo("first");
            assertThat(api.finished(batch("second"))
                            .path("renders")
                            .get(0)
                            .path("cached")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void goesWhenItWasNotUsedForTooLong() {
        JsonNode used;
        JsonNode forgotten;
        try (MockServer server = node()) {
            used = Api.enterprise(server)
                    .finished(batch("used"))
                    .path("renders")
                    .get(0);
            forgotten = Api.enterprise(server)
                    .finished(batch("forgotten"))
                    .path("renders")
                    .get(0);
            clock.advance(Duration.ofDays(1));
            Api.enterprise(server).finished(batch("used"));
        }
        clock.advance(Duration.ofDays(1).plusSeconds(1));

        try (MockServer server = node()) {
            while (get(server, forgotten).statusCode() != 404) {
                Thread.onSpinWait();
            }
            assertThat(get(server, used).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatNoRenderNamesIsSweptAway() {
        String orphan = "renders/" + "ab".repeat(32) + "/" + clock.instant().toEpochMilli();
        s3.objects().put(orphan, new byte[] {1});
        clock.advance(Duration.ofHours(2));

        try (MockServer server = node()) {
            while (s3.objects().containsKey(orphan)) {
                assertThat(Api.enterprise(server).get("/v1/designs").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aBucketThatCannotBeWrittenIsUnhealthyAndStaysUnnamed() {
        try (MockServer server = node()) {
            HttpRequest.Builder health = HttpRequest.newBuilder(URI.create(server.baseUri() + "/healthz"));
            assertThat(Api.send(health).status()).isEqualTo(200);
            s3.forbid("PUT");

            Api.Answer answer = Api.send(health);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().toString()).doesNotContain("finished", "403", "Exception");
        }
    }

    @Test
    void withoutTheSdkAFolderServesAndABucketSaysWhatToAdd() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (URLClassLoader bare = new URLClassLoader(classPathWithoutSdk(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(bare);
            Class<?> options = bare.loadClass(ServerOptions.class.getName());
            Method start = bare.loadClass(MockServer.class.getName()).getMethod("start", options);
            Class<?> url = bare.loadClass(BucketUrl.class.getName());
            Object inFolder = options.getMethod("withEngine", String.class)
                    .invoke(options.getMethod("standard").invoke(null), "placeholder");
            Object inBucket = options.getMethod("withArtifacts", url)
                    .invoke(inFolder, url.getMethod("of", String.class).invoke(null, "s3://finished"));

            ((AutoCloseable) start.invoke(null, inFolder)).close();
            assertThatThrownBy(() -> start.invoke(null, inBucket))
                    .cause()
                    .hasToString("java.lang.IllegalStateException: artifacts: s3://finished/ needs"
                            + " software.amazon.awssdk:s3 and software.amazon.awssdk:url-connection-client on the"
                            + " class path");
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static URL[] classPathWithoutSdk() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            if (!entry.contains("awssdk")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
