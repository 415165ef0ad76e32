package dev.canvelete.render.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
            for (int coefficient = -MOST; coefficient <= MOST; coefficient++) {
                int magnitude = (Math.abs(coefficient) + 4 * step) / (8 * step);
                int expected = coefficient < 0 ? -magnitude : magnitude;
                if (steps.quantised(coefficient & 63, coefficient) != expected) {
                    assertThat(steps.quantised(coefficient & 63, coefficient))
                            .as(coefficient + " in steps of " + step)
                            .isEqualTo(expected);
                }
            }
        }
    }
}
