package dev.canvelete.render.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The golden designs have the same bytes in a JVM with another language, time zone, encoding and set of fonts. */
class SameBytesElsewhereTest {
    @TempDir
    Path folder;

    @Test
    void anotherMachineDrawsTheSame() throws Exception {
        Path noFonts = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig/>");
        Path output = folder.resolve("fingerprints.txt");
        ProcessBuilder elsewhere = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=ISO-8859-9",
                        "-Duser.home=" + folder,
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fingerprints.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output.toFile());
        elsewhere.environment().put("FONTCONFIG_FILE", noFonts.toString());

        Process process = elsewhere.start();
        List<String> here = Fingerprints.all();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readAllLines(output, StandardCharsets.UTF_8)).isEqualTo(here);
    }
}
