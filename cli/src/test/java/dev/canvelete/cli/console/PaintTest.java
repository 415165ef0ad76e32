package dev.canvelete.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaintTest {
    @Test
    void paintsOnlyWhenItIsAskedTo() {
        assertThat(Paint.PLAIN.bad("x")).isEqualTo("x");
        assertThat(Paint.COLOURS.bad("x")).isEqualTo("\u001b[31mx\u001b[0m");
    }
}
