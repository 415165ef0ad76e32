package dev.canvelete.render.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandCacheTest {
    private final BandCache cache = new BandCache();

    @Test
    void keepsBandsWhileThereIsRoom() {
        IntStream.range(0, 64).forEach(i -> cache.put(i, "band " + i, 1 << 20));

        assertThat(IntStream.range(0, 64).mapToObj(cache::get))
                .containsExactlyElementsOf(IntStream.range(0, 64)
                        .<Object>mapToObj(i -> "band " + i)
                        .toList());
    }

    @Test
    void holdsNoMoreOfAllDesignsTogetherThanItsBudget() {
        IntStream.range(0, 1000).forEach(i -> cache.put(i, "band " + i, 1 << 20));

        assertThat(IntStream.range(0, 1000).filter(i -> cache.get(i) != null).count())
                .isBetween(1L, 64L);
    }
}
