package dev.canvelete.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.ExitCode;
import dev.canvelete.cli.console.Interrupts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderRowsTest {
    private static final String PEOPLE = "name,course\nAda,Graphs\nBob,\"Logic, basic\"\n";

    @TempDir
    Path folder = Path.of("");

    private String data(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private Run render(String data, String... more) {
        return Run.of(args(data, more));
    }

    private String[] args(String data, String... more) {
        List<String> args =
                new ArrayList<>(List.of("render", "badge_template", "--engine", "echo", "--data", data, "-o", out()));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
            return all.filter(Files::isRegularFile)
                    .map(p -> folder.resolve("out").relativize(p).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith(".canvelete"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void makesAFileOfEachRow() throws Exception {
        Run run = render(data("people.csv", PEOPLE), "--name", "{{course}}/{{name}}", "--format", "pdf");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("2 written to ");
        assertThat(files()).containsExactly("Graphs/Ada.pdf", "Logic, basic/Bob.pdf", "manifest.csv");
        assertThat(folder.resolve("out/Graphs/Ada.pdf")).content().contains("{\"name\":\"Ada\",\"course\":\"Graphs\"}");
        assertThat(folder.resolve("out/manifest.csv"))
                .content()
                .startsWith("row,place,file,status,bytes,error\n1,people.csv:2,Graphs/Ada.pdf,written,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a.json  # [{\"name\":\"Ada\"},{\"name\":\"Bob\"}]",
                "a.json  # {\"name\":\"Ada\"} {\"name\":\"Bob\"}",
                "a.jsonl # '{\"name\":\"Ada\"}\n\n{\"name\":\"Bob\"}'",
                "a.tsv   # 'name\tx\nAda\t1\nBob\t2'",
                "a.csv   # 'name;x\nAda;1\nBob;2'",
                "a.csv   # '\ufeffname\r\nAda\r\nBob\r\n'"
            })
    void readsRowsHoweverTheyAreWritten(String file, String content) throws Exception {
        assertThat(render(data(file, content), "--name", "{{name}}").code()).isZero();
        assertThat(files()).containsExactly("Ada.png", "Bob.png", "manifest.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"name\":\"Ada\"}]", "{\"name\":\"Ada\"}\n", "name\nAda\n"})
    void findsOutHowTheStandardInputIsWritten(String input) throws Exception {
        Run run = Run.withInput(input, args("-", "-n", "{{name}}"));

        assertThat(run.code()).isZero();
        assertThat(files()).containsExactly("Ada.png", "manifest.csv");
    }

    @Test
    void readsDotsInColumnNamesAsPathsAndEmptyFieldsAsNull() throws Exception {
        render(data("a.csv", "name.first,badge\nAda,\n"));

        assertThat(folder.resolve("out/000001.png"))
                .content()
                .contains("{\"name\":{\"first\":\"Ada\"},\"badge\":null}");
    }

    @Test
    void makesNamesSafeAndUnique() throws Exception {
        String rows = Stream.of("a/b", "A-B", "..", "con", "a-b-2", "x".repeat(300), "trailing. ", "é", "e\u0301")
                .map(n -> "\"" + n + "\"\n")
                .collect(Collectors.joining());

        render(data("a.csv", "name\n" + rows), "--name", "{{name}}");

        assertThat(files())
                .containsExactlyInAnyOrder(
                        "a-b.png",
                        "A-B-2.png",
                        "_.png",
                        "_con.png",
                        "a-b-2-2.png",
                        "x".repeat(200) + ".png",
                        "trailing.png",
                        "é.png",
                        "é-2.png",
                        "manifest.csv");
    }

    @Test
    void namesTheRowsThatFail() throws Exception {
        String rows = "{\"name\":\"Ada\"}\n{\"fail\":1,\"name\":\"Bob\"}\n{broken\n[]\n{\"n\":1}\n{\"name\":\"Eve\"}\n";

        Run run = render(data("a.jsonl", rows), "--name", "{{name}}");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).startsWith("2 written, 4 failed to ");
        assertThat(run.err())
                .contains(
                        "row 2 (a.jsonl:2): INVALID_DYNAMIC_DATA: name: is missing; date: is missing",
                        "row 3 (a.jsonl:3): no JSON",
                        "row 4 (a.jsonl:4): is no object",
                        "row 5 (a.jsonl:5): the name needs {{name}}, which is not among n");
        assertThat(files()).containsExactly("Ada.png", "Eve.png", "manifest.csv");
        assertThat(folder.resolve("out/manifest.csv")).content().contains("\n2,a.jsonl:2,Bob.png,failed,0,INVALID");
    }

    @Test
    void failsARowOfAnotherLengthAlone() throws Exception {
        Run run = render(data("a.csv", "name,course\nAda\nBob,Logic\n"));

        assertThat(run.err()).contains("row 1 (a.csv:2): has 1 fields, where line 1 names 2 columns");
        assertThat(files()).containsExactly("000002.png", "manifest.csv");
    }

    @Test
    void endsAtTheFirstFailureWhenAskedTo() throws Exception {
        String rows = "{\"n\":1}\n{\"fail\":1}\n" + "{\"n\":2}\n".repeat(100);

        Run run = render(data("a.jsonl", rows), "--fail-fast", "--threads", "1");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).startsWith("1 written, 1 failed").contains("ended by --fail-fast");
        assertThat(files()).hasSizeLessThan(20);
    }

    @Test
    void tellsEachWarningOnce() throws Exception {
        assertThat(render(data("people.csv", PEOPLE)).err())
                .isEqualToIgnoringNewLines("warning: heading: no font Foo, Inter instead");
    }

    @Test
    void putsTheFilesIntoAZip() throws Exception {
        Path zip = folder.resolve("all.zip");

        Run run = Run.of(
                "render",
                "badge_template",
                "--engine",
                "echo",
                "--data",
                data("people.csv", PEOPLE),
                "--zip",
                zip.toString(),
                "-n",
                "{{name}}");

        assertThat(run.code()).isZero();
        assertThat(entries(zip)).containsExactly("Ada.png", "Bob.png", "manifest.csv");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void fillsFolderAndZipAlsoWithWhatWasThere() throws Exception {
        Path zip = folder.resolve("all.zip");
        render(data("people.csv", PEOPLE));
        Files.delete(folder.resolve("out/000002.png"));

        Run run = render(data("people.csv", PEOPLE), "--resume", "--zip", zip.toString());

        assertThat(run.out()).startsWith("1 written, 1 kept");
        assertThat(entries(zip)).containsExactly("000001.png", "000002.png", "manifest.csv");
    }

    private static List<String> entries(Path zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entries.readAllBytes()).isNotEmpty();
            }
        }
        return names;
    }

    @Test
    void endsInGoodOrderWhenInterruptedAndGoesOnWithoutLosingOrDoublingAFile() throws Exception {
        String rows =
                IntStream.range(0, 500).mapToObj(i -> "{\"n\":" + i + "}\n").collect(Collectors.joining());
        String data = data("a.jsonl", rows);
        render(data);
        List<String> whole = files();
        String manifest = Files.readString(folder.resolve("out/manifest.csv"));
        List<String> contents = contents(whole);
        deleteAll(whole);

        Run cut = Run.interrupted(afterTheFirstFile(), args(data));

        assertThat(cut.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(cut.out()).contains("interrupted, --resume goes on");
        assertThat(files()).hasSizeBetween(1, 499);
        assertThat(folder.resolve("out/.canvelete-parts")).doesNotExist();

        Run resumed = render(data, "--resume");

        assertThat(resumed.code()).isZero();
        assertThat(files()).isEqualTo(whole);
        assertThat(contents(whole.subList(0, 500))).isEqualTo(contents.subList(0, 500));
        assertThat(Files.readString(folder.resolve("out/manifest.csv")).replace("kept", "written"))
                .isEqualTo(manifest);
    }

    private List<String> contents(List<String> files) throws IOException {
        List<String> contents = new ArrayList<>();
        for (String file : files) {
            contents.add(Files.readString(folder.resolve("out").resolve(file)));
        }
        return contents;
    }

    private void deleteAll(List<String> files) throws IOException {
        for (String file : files) {
            Files.delete(folder.resolve("out").resolve(file));
        }
    }

    /** Tells the work to stop once its first file is there. */
    private Interrupts afterTheFirstFile() {
        return new Interrupts() {
            @Override
            public <T> T during(Callable<T> work, Runnable stop) throws Exception {
                Thread watcher = new Thread(() -> {
                    while (!Files.exists(folder.resolve("out/000001.png"))) {
                        Thread.onSpinWait();
                    }
                    stop.run();
                });
                watcher.start();
                T result = work.call();
                watcher.join();
                return result;
            }
        };
    }

    @Test
    void refusesToMixFilesOfTwoDesigns() throws Exception {
        String data = data("people.csv", PEOPLE);
        render(data);

        Run run = render(data, "--resume", "--scale", "2");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("--resume would mix files");
    }

    @Test
    void removesWhatAKilledRunLeft() throws Exception {
        Path left = folder.resolve("out/.canvelete-parts/17");
        Files.createDirectories(left.resolveSibling(""));
        Files.writeString(left, "half a file");

        render(data("people.csv", PEOPLE));

        assertThat(left.getParent()).doesNotExist();
    }

    @Test
    void writesTheSummaryAsJson() throws Exception {
        Run run = render(data("a.jsonl", "{\"n\":1}\n{\"fail\":1}\n"), "--json");

        JsonNode summary = Json.mapper().readTree(run.out());
        assertThat(summary.path("written").asInt()).isEqualTo(1);
        assertThat(summary.path("failures").path(0).path("place").asText()).isEqualTo("a.jsonl:2");
        assertThat(summary.path("warnings").path(0).path("code").asText()).isEqualTo("MISSING_FONT");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty",
        "'a,a\n1,2', second \"a\"",
        "'a,,b\n1,2,3', column 2 has no name",
    })
    void saysWhatIsWrongWithTheData(String content, String problem) throws Exception {
        Run run = render(data("a.csv", content));

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("a.csv", problem).doesNotContain("\tat ");
    }

    @Test
    void saysWhichEncodingItCannotRead() throws Exception {
        Path file = Files.write(folder.resolve("a.csv"), "name\nAda\n".getBytes(UTF_16));

        assertThat(render(file.toString()).err()).contains("no UTF-8; --encoding");
        assertThat(render(file.toString(), "--encoding", "UTF-16", "-n", "{{name}}")
                        .code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../{{name}}", "/etc/{{name}}", "a//b", "", "{{name"})
    void refusesNamesThatLeaveTheFolder(String name) throws Exception {
        Run run = render(data("people.csv", PEOPLE), "--name=" + name);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("names no file below the folder");
    }

    @Test
    void wantsAFolderForRows() throws Exception {
        String data = data("people.csv", PEOPLE);

        Run run = Run.of("render", "badge_template", "--engine", "echo", "--data", data, "-o", out() + ".png");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("has rows, which -o DIR makes a file of each");
    }

    @Test
    void saysThatThereAreNoRows() throws Exception {
        assertThat(render(data("a.csv", "name\n")).err()).contains("the data has no rows");
    }

    @Test
    void wantsDataForAFolder() {
        Run run = Run.of("render", "badge_template", "-o", out());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--data is missing");
    }

    @Test
    void passesFontsAndAssetsOn() throws Exception {
        Files.createDirectory(folder.resolve("f"));

        render(data("people.csv", PEOPLE), "--fonts", folder.resolve("f").toString(), "--assets", folder.toString());

        assertThat(folder.resolve("out/000001.png"))
                .content()
                .contains("assets in " + folder.toAbsolutePath(), "fonts in " + folder.resolve("f"));
    }
}
