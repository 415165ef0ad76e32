package dev.canvelete.server.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.plan.Plan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CanveleteMockTest {
    private static final Set<String> KEYS = new HashSet<>();

    @RegisterExtension
    static final CanveleteMock SHARED = CanveleteMock.builder().build();

    @RegisterExtension
    static final CanveleteMock OWN =
            CanveleteMock.builder().plan(Plan.FREE).ownServer().build();

    @BeforeEach
    void aWorldIsThereBeforeEachTest() {
        assertThat(SHARED.world().apiKey()).isNotEqualTo(OWN.world().apiKey());
    }

    @AfterEach
    void andAfterEachTest() {
        assertThat(SHARED.world().baseUri()).isNotEqualTo(OWN.world().baseUri());
    }

    @RepeatedTest(3)
    void eachTestHasAFreshOne() {
        assertThat(KEYS.add(SHARED.world().apiKey())).isTrue();
    }

    @Test
    void otherExtensionsUseTheSameServer() {
        CanveleteMock another = CanveleteMock.builder().plan(Plan.TEAMS).build();
        another.beforeEach(null);
        URI address = another.world().baseUri();
        another.afterEach(null);

        assertThat(address).isEqualTo(SHARED.world().baseUri());
    }

    @Test
    void whyAServerDidNotStartIsToldToEachTest() {
        CanveleteMock mistaken = CanveleteMock.builder()
                .options(options -> options.withEngine("crayons"))
                .build();

        for (int test = 0; test < 2; test++) {
            assertThatThrownBy(() -> mistaken.beforeEach(null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("crayons");
        }
    }

    @Test
    void theClockIsTheTestsAlone() {
        Instant others = SHARED.world().server().control().clock().instant();

        SHARED.clock().freeze();
        Instant now = SHARED.clock().instant();
        SHARED.clock().advance(Duration.ofHours(1));

        assertThat(SHARED.clock().instant()).isEqualTo(now.plusSeconds(3600));
        assertThat(SHARED.world().server().control().clock().instant())
                .isBetween(others, now.plus(Duration.ofMinutes(30)));
    }

    @Test
    void testsThatRunAtTheSameTimeHaveEachTheirOwn() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> tests = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> {
                        SHARED.beforeEach(null);
                        String key = SHARED.world().apiKey();
                        boolean same = SHARED.world().apiKey().equals(key);
                        SHARED.afterEach(null);
                        return same ? key : "another's";
                    }))
                    .toList();
            Set<String> keys = new HashSet<>();
            for (Future<String> test : tests) {
                keys.add(test.get());
            }
            assertThat(keys).hasSize(100);
        }
    }
}
