package dev.canvelete.render.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JpegStepsTest {
    /** As the transform of samples gives at most 8 * 1024, and rounding little more. */
    private static final int MOST = 8 * 1024 + 256;

    @Test
    void aProductWithTheReciprocalIsTheQuotient() {
        int[] table = new int[64];
        for (int step = 1; step <= 255; step++) {
            Arrays.fill(table, step);
            JpegSteps steps = new JpegSteps(table);
            int[] expected = quotients(step);
            for (int place = 0; place < 64; place++) {
                int[] quantised = coefficients();
                steps.quantise(place, quantised, 0, quantised.length);
                assertThat(quantised).as("in steps of " + step).isEqualTo(expected);
            }
        }
    }

    private static int[] coefficients() {
        return IntStream.rangeClosed(-MOST, MOST).toArray();
    }

    private static int[] quotients(int step) {
        return Arrays.stream(coefficients())
                .map(coefficient -> Integer.signum(coefficient) * ((Math.abs(coefficient) + 4 * step) / (8 * step)))
                .toArray();
    }
}
