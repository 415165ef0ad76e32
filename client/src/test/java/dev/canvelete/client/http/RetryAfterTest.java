package dev.canvelete.client.http;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.client.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = FakeTime.START;

    @Test
    void readsTheSpecificationsExamples() {
        Instant before = Instant.parse("1999-12-31T23:59:00Z");

        assertThat(RetryAfter.parse("Fri, 31 Dec 1999 23:59:59 GMT", before)).contains(Duration.ofSeconds(59));
        assertThat(RetryAfter.parse("120", before)).contains(Duration.ofSeconds(120));
    }

    @Test
    void readsAnySecondsAndAnyDateBack() {
        Random random = new Random(9110);
        for (int i = 0; i < 1000; i++) {
            long seconds = random.nextInt(1_000_000);
            String date = RFC_1123_DATE_TIME.format(NOW.plusSeconds(seconds).atOffset(UTC));

            assertThat(RetryAfter.parse(" " + seconds + " ", NOW)).contains(Duration.ofSeconds(seconds));
            assertThat(RetryAfter.parse(date, NOW)).as(date).contains(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void isNeverNegative() {
        assertThat(RetryAfter.parse("Fri, 31 Dec 1999 23:59:59 GMT", NOW)).contains(Duration.ZERO);
    }

    @Test
    void bearsSecondsBeyondAnyNumber() {
        assertThat(RetryAfter.parse("9".repeat(1000), NOW).orElse(Duration.ZERO))
                .isGreaterThan(Duration.ofDays(10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "1.5", "soon", "31 Dec", "Fri, 99 Dec 1999 23:59:59 GMT", "١٢"})
    void ignoresAnythingElse(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }

    @Test
    void bearsAnyText() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            String value = random.ints(random.nextInt(12), 0, 128)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(RetryAfter.parse(value, NOW).orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ZERO);
        }
    }
}
