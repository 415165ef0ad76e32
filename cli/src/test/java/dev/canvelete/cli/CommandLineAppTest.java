package dev.canvelete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineAppTest {
    @Test
    void teachesWithoutArguments() {
        Run run = Run.of();

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("serve", "render", "demo", "Start here", "Exit codes");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "render",
                "demo",
                "batch",
                "validate",
                "watch",
                "fonts",
                "doctor",
                "completion",
                "designs",
                "designs list",
                "designs push",
                "designs pull",
                "designs validate",
                "webhooks",
                "webhooks listen",
                "webhooks replay"
            })
    void explainsEachCommand(String command) {
        Run run = Run.of((command + " --help").split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: canvelete " + command, "Exit codes");
    }

    @Test
    void tellsItsVersion() {
        assertThat(Run.of("--version").out()).startsWith("canvelete ");
    }

    @Test
    void suggestsWhatWasMeant() {
        Run run = Run.of("rendr");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("canvelete: ")
                .contains("canvelete render")
                .doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void namesTheOptionThatIsMissing() {
        Run run = Run.of("render", "certificate_template");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--output").contains("See: canvelete render --help");
    }
}
