package dev.canvelete.render.resolve;

import dev.canvelete.api.design.Filters;
import dev.canvelete.render.scene.Filter;
import java.util.ArrayList;
import java.util.List;

/** An element's filters as the scene has them (Filter Effects Module Level 1, chapters 13 and 14). */
final class FilterChain {
    private FilterChain() {}

    static List<Filter> of(Filters filters) {
        List<Filter> chain = new ArrayList<>();
        if (filters.blur() > 0) {
            chain.add(new Filter.Blur(filters.blur()));
        }
        if (filters.brightness() != 100) {
            chain.add(linear(filters.brightness() / 100, 0));
        }
        if (filters.contrast() != 100) {
            double contrast = filters.contrast() / 100;
            chain.add(linear(contrast, 0.5 - contrast / 2));
        }
        if (filters.saturate() != 100) {
            chain.add(saturate(filters.saturate() / 100));
        }
        if (filters.hueRotate() % 360 != 0) {
            chain.add(hueRotate(Math.toRadians(filters.hueRotate())));
        }
        return chain;
    }

    private static Filter linear(double slope, double intercept) {
        return matrix(slope, 0, 0, 0, slope, 0, 0, 0, slope, intercept);
    }

    private static Filter saturate(double s) {
        return matrix(
                0.213 + 0.787 * s,
                0.715 - 0.715 * s,
                0.072 - 0.072 * s,
                0.213 - 0.213 * s,
                0.715 + 0.285 * s,
                0.072 - 0.072 * s,
                0.213 - 0.213 * s,
                0.715 - 0.715 * s,
                0.072 + 0.928 * s,
                0);
    }

    private static Filter hueRotate(double radians) {
        double c = Math.cos(radians);
        double s = Math.sin(radians);
        return matrix(
                0.213 + c * 0.787 - s * 0.213,
                0.715 - c * 0.715 - s * 0.715,
                0.072 - c * 0.072 + s * 0.928,
                0.213 - c * 0.213 + s * 0.143,
                0.715 + c * 0.285 + s * 0.140,
                0.072 - c * 0.072 - s * 0.283,
                0.213 - c * 0.213 - s * 0.787,
                0.715 - c * 0.715 + s * 0.715,
                0.072 + c * 0.928 + s * 0.072,
                0);
    }

    /** Nine factors of red, green and blue, row by row, and what is added to each colour. */
    private static Filter matrix(double... m) {
        double k = m[9];
        return new Filter.ColorMatrix(List.of(
                m[0], m[1], m[2], 0.0, k, m[3], m[4], m[5], 0.0, k, m[6], m[7], m[8], 0.0, k, 0.0, 0.0, 0.0, 1.0, 0.0));
    }
}
