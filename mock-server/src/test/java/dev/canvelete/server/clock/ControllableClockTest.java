package dev.canvelete.server.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ControllableClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> wall = new AtomicReference<>(NOON);
    private final ControllableClock clock = new ControllableClock(wall::get);

    @Test
    void runsWithItsBaseUntilItIsFrozenAndGoesOnFromWhereItStood() {
        wall.set(NOON.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));

        clock.freeze();
        wall.set(NOON.plusSeconds(100));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
        assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(-99));

        clock.run();
        wall.set(NOON.plusSeconds(102));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));

        clock.reset();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(102));
    }

    @Test
    void isSetAndAdvancedBothWhileItRunsAndWhileItStands() {
        clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        wall.set(NOON.plusSeconds(5));
        assertThat(clock.instant()).isEqualTo("2030-01-01T00:00:05Z");

        clock.freeze();
        clock.advance(Duration.ofHours(1));
        wall.set(NOON.plusSeconds(50));
        assertThat(clock.instant()).isEqualTo("2030-01-01T01:00:05Z");
    }

    @Test
    void tellsItsWatchersAndWhoeverWaitsOfEveryMove() {
        AtomicInteger moves = new AtomicInteger();
        clock.onMove(moves::incrementAndGet);
        clock.freeze();
        CompletableFuture<Void> minute = clock.when(NOON.plusSeconds(60));
        CompletableFuture<Void> hour = clock.when(NOON.plusSeconds(3600));

        clock.advance(Duration.ofSeconds(59));
        assertThat(minute).isNotDone();
        clock.advance(Duration.ofSeconds(1));

        assertThat(minute).isCompleted();
        assertThat(hour).isNotDone();
        assertThat(moves).hasValue(3);
    }

    @Test
    void ringsByItselfWhenTimePasses() throws Exception {
        ControllableClock real = new ControllableClock(InstantSource.system());
        real.advance(Duration.ofDays(1));

        real.when(real.instant().plusMillis(20)).get(20, TimeUnit.SECONDS);
    }

    @Test
    void ringsAtOnceForWhatIsPast() {
        assertThat(clock.when(NOON)).isCompleted();
    }

    @Test
    void refusesTimesThatNoDatabaseHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.set(Instant.MAX));
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
