package dev.canvelete.render.css;

import dev.canvelete.render.scene.Paint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a box is filled with: a CSS colour, a linear or a radial gradient. */
public final class Background {
    private Background() {}

    /**
     * The paint of a fill that spans a box; empty when nothing is painted.
     *
     * @param css the fill; null, empty and {@code none} paint nothing
     * @throws IllegalArgumentException if it is no colour and no gradient
     */
    public static Optional<Paint> paint(@Nullable String css, double x, double y, double width, double height) {
        if (css == null || css.isBlank()) {
            return Optional.empty();
        }
        Optional<CssSyntax.Function> function = CssSyntax.function(css);
        if (function.isPresent() && function.get().name().endsWith("-gradient")) {
            return Optional.of(gradient(function.get(), x, y, width, height));
        }
        int argb = Colors.parse(css);
        return argb >>> 24 == 0 ? Optional.empty() : Optional.of(new Paint.Solid(argb));
    }

    private static Paint gradient(CssSyntax.Function function, double x, double y, double width, double height) {
        return switch (function.name()) {
            case "linear-gradient" -> LinearGradients.parse(function.arguments(), x, y, width, height);
            case "radial-gradient" -> RadialGradients.parse(function.arguments(), x, y, width, height);
            default ->
                throw new IllegalArgumentException(
                        function.name() + "() is not known; linear-gradient() and radial-gradient() are");
        };
    }
}
