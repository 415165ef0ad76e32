package dev.canvelete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own that is killed in the middle, twice. */
@DisabledOnOs(OS.WINDOWS)
class KilledRunTest {
    private static final int ROWS = 5_000;
    private static final int SIGTERM = 143;

    @TempDir
    Path folder = Path.of("");

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> arguments() throws IOException {
        Path data = folder.resolve("rows.jsonl");
        if (!Files.exists(data)) {
            Files.write(
                    data,
                    IntStream.range(0, ROWS).mapToObj(i -> "{\"n\":" + i + "}").toList());
        }
        return List.of(
                "render", "badge_template", "--engine=echo", "--data=" + data, "-o", out().toString(), "--resume");
    }

    private Process start() throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        arguments().stream())
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** Waits until the file of a row is there, which is long before the last row's. */
    private void awaitRow(int row, Process process) {
        File file = out().resolve(String.format("%06d.png", row)).toFile();
        while (!file.exists()) {
            assertThat(process.isAlive()).as("it runs until row %s", row).isTrue();
            Thread.onSpinWait();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(out())) {
            return all.filter(p -> p.toString().endsWith(".png")).sorted().toList();
        }
    }

    @Test
    void isResumedWithoutALostOrDoubledFile() throws Exception {
        Process killed = start();
        awaitRow(50, killed);
        killed.destroyForcibly().waitFor();
        assertThat(files()).hasSizeLessThan(ROWS).allSatisfy(file -> assertThat(file)
                .as("a file is whole or not there")
                .content()
                .endsWith("fonts in null"));

        Process ended = start();
        awaitRow(files().size() + 50, ended);
        ended.destroy();
        assertThat(ended.waitFor()).isEqualTo(SIGTERM);
        assertThat(folder.resolve("log")).content().contains("interrupted, --resume goes on");
        assertThat(out().resolve(".canvelete-parts")).doesNotExist();

        Run last = Run.of(arguments().toArray(String[]::new));

        assertThat(last.code()).isZero();
        assertThat(files())
                .extracting(p -> p.getFileName().toString())
                .isEqualTo(IntStream.rangeClosed(1, ROWS)
                        .mapToObj(i -> String.format("%06d.png", i))
                        .collect(Collectors.toList()));
        assertThat(out().resolve("manifest.csv")).content().hasLineCount(ROWS + 1);
    }
}
