package dev.canvelete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Lifetime;
import dev.canvelete.server.MockServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    private static final String DESIGN = "{\"id\":\"my_own_design\",\"width\":10,\"height\":10,\"isTemplate\":true}";
    private static final Lifetime AT_ONCE = AutoCloseable::close;

    @TempDir
    Path folder = Path.of("");

    private Run serve(Lifetime lifetime, String... more) {
        return serveWith("placeholder", lifetime, more);
    }

    private Run serveWith(String engine, Lifetime lifetime, String... more) {
        List<String> args = new ArrayList<>(
                List.of("serve", "--data", folder.resolve("data").toString(), "--engine", engine));
        args.addAll(List.of(more));
        return Run.of(lifetime, args.toArray(String[]::new));
    }

    @Test
    void printsOneLineWithItsAddress() {
        AtomicReference<String> address = new AtomicReference<>("");

        Run run = serve(
                server -> {
                    address.set(((MockServer) server).baseUri().toString());
                    server.close();
                },
                "--port",
                "0");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .hasLineCount(1)
                .contains("ready at " + address.get())
                .contains("engine placeholder");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void servesTheDesignsOfTheFoldersItIsGiven() throws Exception {
        Path designs = Files.createDirectory(folder.resolve("designs"));
        Files.writeString(designs.resolve("own.json"), DESIGN);
        AtomicReference<String> answer = new AtomicReference<>("");

        serve(
                server -> {
                    answer.set(get(((MockServer) server).baseUri() + "/v1/designs/my_own_design"));
                    server.close();
                },
                "--port",
                "0",
                "--designs",
                designs.toString());

        assertThat(answer.get()).contains("\"success\":true", "my_own_design");
    }

    private static String get(String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer cvt_test_teams")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void takesSettingsFromAFileUnlessTheyAreOnTheCommandLine() throws Exception {
        Path config =
                Files.writeString(folder.resolve("canvelete.yml"), "port: 1\nbindHost: 127.0.0.1\nengine: nowhere\n");

        Run run = serve(AT_ONCE, "--port", "0", "--config", config.toString());

        assertThat(run.code()).isZero();
        Matcher port = Pattern.compile("127\\.0\\.0\\.1:(\\d+)").matcher(run.out());
        assertThat(port.find()).isTrue();
        assertThat(Integer.parseInt(port.group(1))).isGreaterThan(1);
    }

    @Test
    void namesWhatIsWrongInTheFile() throws Exception {
        for (String field : List.of("prot", "server")) {
            Path config = Files.writeString(folder.resolve("canvelete.yml"), field + ": {}\n");

            Run run = serve(AT_ONCE, "--config", config.toString());

            assertThat(run.code()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .contains("canvelete.yml", "Unrecognized field at: " + field)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void namesTheSettingThatIsWrongInTheFile() throws Exception {
        for (String setting : List.of("artifacts: /var/files", "database: 'jdbc:h2:file'")) {
            Path config = Files.writeString(folder.resolve("canvelete.yml"), setting);

            Run run = serve(AT_ONCE, "--config", config.toString());

            assertThat(run.code()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .contains("canvelete.yml: " + setting.substring(0, setting.indexOf(' ')), "is right")
                    .doesNotContain("\tat ", "should not have happened");
        }
    }

    @Test
    void saysThatABucketCannotBeReached() {
        Run run = serve(AT_ONCE, "--artifacts", "s3://finished/files?endpoint=http://127.0.0.1:1");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("artifacts: s3://finished/files/ at http://127.0.0.1:1 cannot be used")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatAPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Run run = serve(AT_ONCE, "--port", Integer.toString(taken.getLocalPort()));

            assertThat(run.code()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err())
                    .contains("port " + taken.getLocalPort() + " of 127.0.0.1 cannot be had", "--port")
                    .doesNotContain("\tat ");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void refusesPortsThatAreNone() {
        assertThat(serve(AT_ONCE, "--port", "65536").err()).contains("0 to 65535 is right");
    }

    @Test
    void saysThatAnEngineIsMissing() {
        Run run = serveWith("oil", AT_ONCE, "--port", "0");

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("oil").doesNotContain("\tat ");
    }
}
