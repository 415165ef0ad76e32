package dev.canvelete.render.scene;

import java.util.List;

/** One filter on the pixels of a group (Filter Effects Module Level 1). */
public sealed interface Filter {
    /**
     * A Gaussian blur.
     *
     * @param deviation the standard deviation in pixels of the group, over 0
     */
    record Blur(double deviation) implements Filter {}

    /**
     * A linear change of the colours: four rows (red, green, blue, alpha) of five factors (red, green, blue, alpha,
     * constant) on colours of 0..1 that are not premultiplied; results are clamped.
     */
    record ColorMatrix(List<Double> factors) implements Filter {
        public ColorMatrix {
            if (factors.size() != 20) {
                throw new IllegalArgumentException("a colour matrix has 20 factors, not " + factors.size());
            }
            factors = List.copyOf(factors);
        }
    }
}
