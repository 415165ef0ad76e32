package dev.canvelete.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a source tree of its own, with a Maven and a JDK that only say what they were asked for. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String BUILDING = "canvelete: building, takes about a minute the first time";

    @TempDir
    Path folder = Path.of("");

    private Path tree = folder;

    @BeforeEach
    void plantTree() throws IOException {
        Path project = Path.of("..").toAbsolutePath().normalize();
        tree = Files.createDirectories(folder.resolve("a tree"));
        Files.createDirectories(tree.resolve(".mvn"));
        Files.copy(project.resolve("canvelete"), tree.resolve("canvelete"));
        Files.copy(project.resolve(".mvn/find-jdk.sh"), tree.resolve(".mvn/find-jdk.sh"));
        write("a tree/cli/src/main/java/Some.java", "class Some {}");
        write("a jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        script("a jdk/bin/java", "printf '<%s>' \"$@\"");
        script("a jdk/bin/javac", "");
        script(
                "bin/mvn",
                "[ -z \"${BREAK:-}\" ] || { echo '[ERROR] broken'; exit 1; }; touch cli/target/canvelete.jar");
    }

    private Path write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        return Files.writeString(path, content);
    }

    private void script(String file, String line) throws IOException {
        assertThat(write(file, "#!/bin/sh\n" + line + "\n").toFile().setExecutable(true))
                .isTrue();
    }

    private Run launch(Path launcher, Map<String, String> variables, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        process.environment().put("JAVA_HOME", folder.resolve("a jdk").toString());
        process.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        process.environment().putAll(variables);
        int code = process.start().waitFor();
        return new Run(
                code,
                Files.readString(folder.resolve("out"), UTF_8),
                Files.readString(folder.resolve("err"), UTF_8).strip());
    }

    private Run launch(String... args) throws Exception {
        return launch(tree.resolve("canvelete"), Map.of(), args);
    }

    @Test
    void buildsWhatIsMissingAndThenRunsIt() throws Exception {
        Run first = launch("render", "a b.json");

        assertThat(first.code()).isZero();
        assertThat(first.err()).isEqualTo(BUILDING);
        assertThat(first.out())
                .contains("<-XX:TieredStopAtLevel=1>")
                .endsWith("<-jar><" + tree.resolve("cli/target/canvelete.jar") + "><render><a b.json>");
        assertThat(launch("serve").err()).isEmpty();
    }

    @Test
    void letsTheOptimisingCompilerWorkForManyRows() throws Exception {
        assertThat(launch("render", "a.json").out())
                .contains("TieredStopAtLevel")
                .contains("render.jsa");
        assertThat(launch("render", "a.json", "--data", "people.csv").out())
                .doesNotContain("TieredStopAtLevel")
                .contains("rows.jsa");
    }

    @Test
    void isFoundThroughLinks() throws Exception {
        Path inner = Files.createSymbolicLink(folder.resolve("inner link"), Path.of("a tree/canvelete"));
        Path outer = Files.createSymbolicLink(folder.resolve("outer"), inner.getFileName());

        assertThat(launch(outer, Map.of(), "demo").out()).endsWith("/a tree/cli/target/canvelete.jar><demo>");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch("demo");
        Path source = tree.resolve("cli/src/main/java/Some.java");
        Instant built =
                Files.getLastModifiedTime(tree.resolve("cli/target/built")).toInstant();
        Files.setLastModifiedTime(source, FileTime.from(built.plus(Duration.ofMinutes(1))));

        assertThat(launch("demo").err()).isEqualTo(BUILDING);
    }

    @Test
    void showsWhyABuildFailedAndTriesAgain() throws Exception {
        Run broken = launch(tree.resolve("canvelete"), Map.of("BREAK", "1"), "demo");

        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("[ERROR] broken", "the build failed");
        assertThat(launch("demo").code()).isZero();
    }

    @Test
    void saysThatAJdkIsMissing() throws Exception {
        Run run = launch(tree.resolve(".mvn/find-jdk.sh"), Map.of(), "999");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("No JDK 999 or newer was found").contains("JAVA_HOME");
    }
}
