package dev.canvelete.cli.demo;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One render of the demonstration.
 *
 * @param name what it shows, for people
 * @param request what is sent
 * @param failsWith the error that it must end with; null when it must succeed
 */
record Piece(String name, RenderRequest request, @Nullable ErrorCode failsWith) {
    /** The file's name. */
    String file() {
        return name + "." + format().extension();
    }

    OutputFormat format() {
        return Objects.requireNonNullElse(request.format(), OutputFormat.PNG);
    }
}
