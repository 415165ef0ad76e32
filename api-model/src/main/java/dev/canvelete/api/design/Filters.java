package dev.canvelete.api.design;

/**
 * CSS filters, applied in the order of the components (Filter Effects Module Level 1).
 *
 * @param blur the standard deviation in pixels
 * @param brightness in percent; 100 leaves it
 * @param contrast in percent; 100 leaves it
 * @param saturate in percent; 100 leaves it
 * @param hueRotate in degrees
 */
public record Filters(double blur, double brightness, double contrast, double saturate, double hueRotate) {
    /** Nothing changed. */
    public static final Filters NONE = new Filters(0, 100, 100, 100, 0);

    static Filters read(Fields fields) {
        return new Filters(
                fields.number("blur", 0, 0, 1000),
                fields.number("brightness", 100, 0, 10_000),
                fields.number("contrast", 100, 0, 10_000),
                fields.number("saturate", 100, 0, 10_000),
                fields.number("hueRotate", 0));
    }
}
