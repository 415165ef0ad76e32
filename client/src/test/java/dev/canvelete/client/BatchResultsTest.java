package dev.canvelete.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.client.error.BatchFailedException;
import org.junit.jupiter.api.Test;

class BatchResultsTest {
    private final RenderResult good = Results.completed("render_001", "/renders/001.png");
    private final RenderResult bad = Results.failed("render_002", ErrorCode.DESIGN_NOT_FOUND, "no design x");

    @Test
    void tellsSuccessfulFromFailed() {
        BatchResults results = Results.of(good, bad, good);

        assertThat(results).containsExactly(good, bad, good);
        assertThat(results.successful()).containsExactly(good, good);
        assertThat(results.failed()).containsExactly(bad);
    }

    @Test
    void throwsNamingTheFailures() {
        assertThatThrownBy(() -> Results.of(good, bad).throwIfAnyFailed())
                .hasMessage("1 of 2 renders failed: [1] DESIGN_NOT_FOUND: no design x")
                .isInstanceOfSatisfying(
                        BatchFailedException.class, e -> assertThat(e.failed()).containsExactly(bad));
    }

    @Test
    void namesOnlyTheFirstOfManyFailures() {
        assertThatThrownBy(() -> Results.of(bad, bad, bad, bad, bad, bad).throwIfAnyFailed())
                .hasMessageStartingWith("6 of 6 renders failed: [0]")
                .hasMessageEndingWith("; …");
    }

    @Test
    void passesWhenAllSucceeded() {
        BatchResults results = Results.of(good);

        assertThat(results.throwIfAnyFailed()).isSameAs(results);
    }
}
