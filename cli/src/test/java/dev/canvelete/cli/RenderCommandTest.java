package dev.canvelete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderCommandTest {
    private static final String DESIGN = "{\"id\":\"card\",\"width\":10,\"height\":10}";

    @TempDir
    Path folder = Path.of("");

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    private static Run render(String design, Path out, String... more) {
        List<String> args = new ArrayList<>(List.of("render", design, "--engine", "echo", "-o", out.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void writesTheFileInTheFormatOfItsEnding() throws Exception {
        Run run = render(file("card.json", DESIGN), out("a/b.jpeg"), "--data", file("data.json", "{\"name\":\"Ada\"}"));

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(out("a/b.jpeg"))
                .content()
                .contains("card", "format=JPG", "{\"name\":\"Ada\"}", "assets in " + folder.toAbsolutePath());
        assertThat(out("a")).isDirectoryContaining(p -> p.equals(out("a/b.jpeg")));
    }

    @Test
    void warnsBesideTheResult() throws Exception {
        assertThat(render(file("card.json", DESIGN), out("b.png")).err())
                .isEqualToIgnoringNewLines("warning: heading: no font Foo, Inter instead");
    }

    @Test
    void drawsASampleWithItsOwnData() {
        assertThat(render("certificate_template", out("c.pdf")).code()).isZero();
        assertThat(out("c.pdf")).content().contains("certificate_template", "format=PDF", "instructor");
    }

    @Test
    void passesEveryOptionOn() {
        Run run = render(
                "badge_template",
                out("b.webp"),
                "--format=png",
                "--scale=2",
                "--width=300",
                "--height=400",
                "--dpi=300",
                "--quality=50",
                "--background=red",
                "--strict");

        assertThat(run.code()).isZero();
        assertThat(out("b.webp"))
                .content()
                .contains(
                        "format=PNG, quality=50, width=300, height=400, scale=2.0, dpi=300, background=red, strict=true");
    }

    @Test
    void readsAndWritesTheStandardStreams() {
        Run run = Run.withInput(DESIGN, "render", "-", "-o", "-", "--engine", "echo", "--format", "svg");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("card RenderOptions[format=SVG");
    }

    @Test
    void readsDataFromTheStandardInput() {
        Run run = Run.withInput(
                "{\"name\":\"Bob\"}", "render", "badge_template", "-d", "-", "-o", "-", "--engine", "echo");

        assertThat(run.out()).contains("{\"name\":\"Bob\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "--scale=6, 0.1 to 5",
        "--scale=NaN, 0.1 to 5",
        "--width=0, 1 to 10000",
        "--height=10001, 1 to 10000",
        "--dpi=0, 1 to 2400",
        "--quality=101, 1 to 100",
        "--format=gif, 'png, jpg, webp, pdf, svg'"
    })
    void saysWhatAnOptionMayBe(String option, String right) {
        Run run = render("badge_template", out("b.png"), option);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(right + " is right");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesFileLineAndFieldOfABadDesign() throws Exception {
        String design = file("bad.json", "{\n\"canvasData\":{\"elements\":[\n{\"type\":\"hologram\"}]}}");

        Run run = render(design, out("b.png"));

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("bad.json:3: canvasData.elements[0].type: unknown element type \"hologram\"");
        assertThat(out("b.png")).doesNotExist();
    }

    @Test
    void namesFileAndLineOfBadData() throws Exception {
        Run run = render("badge_template", out("b.png"), "--data", file("data.json", "{\n\"name\":\n}"));

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("data.json:3: no JSON");
    }

    @Test
    void saysWhyInPlainWords() throws Exception {
        assertThat(render("badge_template", out("b.png"), "--data", file("data.json", "{"))
                        .err())
                .contains("data.json:1: no JSON: Unexpected end-of-input")
                .doesNotContain("REDACTED", "Source");
    }

    @Test
    void wantsDataToBeAnObject() throws Exception {
        assertThat(render("badge_template", out("b.png"), "--data", file("data.json", "[]"))
                        .err())
                .contains("data.json:1: data is a JSON object");
    }

    @Test
    void tellsEverythingThatKeepsItFromDrawing() throws Exception {
        Run run = render("badge_template", out("b.png"), "--data", file("data.json", "{\"fail\":1}"));

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("INVALID_DYNAMIC_DATA: name: is missing", "date: is missing");
    }

    @Test
    void tellsWhichDesignsThereAre() {
        assertThat(render("nowhere.json", out("b.png")).err())
                .contains("no design nowhere.json", "certificate_template");
    }

    @Test
    void tellsWhichEnginesThereAre() {
        assertThat(Run.of("render", "badge_template", "-o", out("b.png").toString(), "--engine", "oil")
                        .err())
                .contains("no engine \"oil\"", "echo", "placeholder");
    }

    @Test
    void leavesNothingBehindWhenItCannotWrite() throws Exception {
        Files.createDirectory(out("b.png"));
        Files.writeString(out("b.png").resolve("x"), "");

        Run run = render("badge_template", out("b.png"));

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("cannot be written");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
