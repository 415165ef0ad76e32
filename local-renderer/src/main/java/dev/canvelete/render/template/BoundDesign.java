package dev.canvelete.render.template;

import dev.canvelete.api.design.Element;
import dev.canvelete.api.render.Warning;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A design with one record's data in it.
 *
 * @param background of the canvas, a CSS colour or gradient; null for white
 * @param elements one for each of the design's, in its order; empty where the record or the design hides it
 * @param warnings about the data
 */
public record BoundDesign(@Nullable String background, List<Optional<Element>> elements, List<Warning> warnings) {}
