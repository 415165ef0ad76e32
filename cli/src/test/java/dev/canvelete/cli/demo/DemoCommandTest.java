package dev.canvelete.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.console.Paint;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoCommandTest {
    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = Console.of(InputStream.nullInputStream(), out, out, Paint.PLAIN);

    @Test
    void rendersDeliversAndSavesForReal() {
        int code = new CommandLine(new DemoCommand(console))
                .execute("--engine", "placeholder", "--out", folder.toString());

        assertThat(out.toString(UTF_8))
                .contains("one batch of 11 renders")
                .contains("10 completed, 1 failed")
                .contains("DESIGN_NOT_FOUND")
                .contains("signature verified, tells the same of all 11 renders")
                .contains(folder.toString());
        assertThat(code).isZero();
        assertThat(folder)
                .isDirectoryContaining("glob:**/certificate-ada-lovelace.pdf")
                .isDirectoryContaining("glob:**/badge-A-1024.png")
                .isDirectoryContaining("glob:**/vase-celadon.png")
                .isDirectoryContaining("glob:**/vase-plum.jpg")
                .isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void failsWithoutItsEngine() {
        Demo demo = new Demo(folder, "oil", InstantSource.system(), new Account(console));

        assertThatThrownBy(demo::run).isInstanceOf(CommandFailure.class).hasMessageContaining("oil");
    }
}
