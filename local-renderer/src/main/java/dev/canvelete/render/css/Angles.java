package dev.canvelete.render.css;

import java.util.OptionalDouble;

/** CSS angles in degrees. */
final class Angles {
    private Angles() {}

    /** An angle with its unit; a bare zero too. */
    static OptionalDouble degrees(String text) {
        String value = text.strip();
        for (Unit unit : Unit.values()) {
            OptionalDouble number = CssSyntax.number(value, unit.suffix);
            if (number.isPresent()) {
                return OptionalDouble.of(number.getAsDouble() * unit.degrees);
            }
        }
        return value.equals("0") ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    private enum Unit {
        DEGREES("deg", 1),
        GRADIANS("grad", 0.9),
        RADIANS("rad", 180 / Math.PI),
        TURNS("turn", 360);

        private final String suffix;
        private final double degrees;

        Unit(String suffix, double degrees) {
            this.suffix = suffix;
            this.degrees = degrees;
        }
    }
}
