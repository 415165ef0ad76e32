package dev.canvelete.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;

    private Console console(boolean terminal) {
        PrintStream out = new PrintStream(shown, true, UTF_8);
        return new Console(InputStream.nullInputStream(), out, out, Paint.PLAIN, terminal);
    }

    private String lastLine() {
        String all = shown.toString(UTF_8);
        return all.substring(all.lastIndexOf("\r") + 1).replace("\u001b[K", "");
    }

    @Test
    void tellsShareCountSpeedAndTimeLeft() {
        try (Progress progress = new Progress(console(true), clock, 401)) {
            for (int second = 1; second <= 10; second++) {
                now = now.plusSeconds(1);
                progress.at(second * 10, 2, second * 10 + 1);
            }

            assertThat(lastLine()).isEqualTo("[######                  ]  25 %  100 rows  10/s  0:30 left  2 failed");
        }
        assertThat(lastLine()).as("it takes its line away").isEmpty();
    }

    @Test
    void measuresTheLastSecondsAlone() {
        try (Progress progress = new Progress(console(true), clock, 0)) {
            now = now.plusSeconds(1);
            progress.at(100_000, 0, 0);
            for (int i = 1; i <= 100; i++) {
                now = now.plusSeconds(1);
                progress.at(100_000 + i, 0, 0);
            }

            assertThat(lastLine()).isEqualTo("100,100 rows  1/s");
        }
    }

    @Test
    void isSilentWhereNobodyLooks() {
        try (Progress progress = new Progress(console(false), clock, 10)) {
            now = now.plusSeconds(1);
            progress.at(1, 0, 1);
        }

        assertThat(shown.toString(UTF_8)).isEmpty();
    }
}
