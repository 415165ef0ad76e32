package dev.canvelete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Commands that speak to a server, against a real one in this process. */
@TestInstance(Lifecycle.PER_CLASS)
class BatchCommandTest {
    @TempDir
    Path folder = Path.of("");

    private MockServer server = null;

    @BeforeAll
    void start() {
        server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Run run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--server", server.baseUri().toString(), "--key", "cvt_test_enterprise"));
        return Run.of(all.toArray(String[]::new));
    }

    private String people(String name, int count) throws IOException {
        String rows =
                IntStream.range(0, count).mapToObj(i -> "Person " + i + "\n").collect(Collectors.joining());
        return Files.writeString(folder.resolve(name), "name\n" + rows).toString();
    }

    @Test
    void fetchesAFileOfEachRow() throws Exception {
        Path out = folder.resolve("a");

        Run run = run(
                "batch",
                "badge_template",
                "--data",
                people("a.csv", 130),
                "-o",
                out.toString(),
                "-n",
                "{{name}}",
                "--format",
                "pdf");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("130 written");
        assertThat(out.resolve("Person 129.pdf")).content().startsWith("%PDF");
        assertThat(out.resolve("manifest.csv"))
                .content()
                .hasLineCount(131)
                .contains("\n130,a.csv:131,Person 129.pdf,w");
    }

    @Test
    void sendsOnlyWhatIsMissing() throws Exception {
        Path out = folder.resolve("b");
        String data = people("b.csv", 60);
        run("batch", "badge_template", "--data", data, "-o", out.toString());
        Files.delete(out.resolve("000007.png"));

        Run run = run("batch", "badge_template", "--data", data, "-o", out.toString(), "--resume");

        assertThat(run.out()).startsWith("1 written, 59 kept");
        assertThat(out.resolve("000007.png")).exists();
    }

    @Test
    void namesTheRowsThatFailAtTheServerOrBefore() throws Exception {
        String data =
                Files.writeString(folder.resolve("c.jsonl"), "{\"n\":1}\n[]\n").toString();

        Run run = run(
                "batch",
                "nowhere",
                "--data",
                data,
                "--zip",
                folder.resolve("c.zip").toString());

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("row 1 (c.jsonl:1): DESIGN_NOT_FOUND", "row 2 (c.jsonl:2): is no object such as");
    }

    @Test
    void saysThatTheKeyIsWrong() throws Exception {
        Run run = Run.of(
                "batch",
                "badge_template",
                "--data",
                people("d.csv", 1),
                "-o",
                folder.resolve("d").toString(),
                "--server",
                server.baseUri().toString(),
                "--key",
                "wrong");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("canvelete: 401 UNAUTHORIZED");
    }

    @Test
    void wantsEitherATemplateOrADesign() throws Exception {
        String data = people("e.csv", 1);

        assertThat(run("batch", "--data", data, "-o", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("batch", "t", "--design", "d", "--data", data, "-o", "x").err())
                .contains("not both");
        assertThat(Run.of("batch", "t", "--data", data, "-o", "x", "--server", "https://far.example")
                        .err())
                .contains("no API key for https://far.example");
    }

    @Test
    void pushesListsAndPullsDesigns() throws Exception {
        Path file = folder.resolve("card.json");
        Files.writeString(file, "{\"name\":\"My card\",\"width\":10,\"height\":20,\"canvasData\":{\"elements\":[]}}");

        String id = run("designs", "push", file.toString()).out().strip();

        assertThat(run("designs", "list").out())
                .contains(id)
                .contains("10 x 20")
                .contains("My card");
        assertThat(run("designs", "list", "--search", "My c", "--json").out()).contains("\"id\":\"" + id + "\"");
        assertThat(run("designs", "pull", id).out()).contains("\"My card\"");
        Path pulled = folder.resolve("pulled.json");
        assertThat(run("designs", "pull", id, "-o", pulled.toString()).code()).isZero();
        assertThat(run("designs", "push", pulled.toString()).out().strip())
                .as("a design that is there is replaced")
                .isEqualTo(id);
        assertThat(run("designs", "pull", "nowhere").err()).startsWith("canvelete: 404 NOT_FOUND");
    }
}
