package dev.canvelete.render.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatelySeenTest {
    private final LatelySeen lately = new LatelySeen();

    @Test
    void whatComesInTurnsIsSeenAgain() {
        assertThat(IntStream.rangeClosed(1, 4).filter(lately::again)).isEmpty();
        assertThat(IntStream.rangeClosed(1, 4).filter(lately::again)).hasSize(4);
    }

    @Test
    void whatCameLongAgoIsForgotten() {
        IntStream.rangeClosed(1, 100).forEach(lately::again);

        assertThat(lately.again(1)).isFalse();
        assertThat(lately.again(100)).isTrue();
    }
}
