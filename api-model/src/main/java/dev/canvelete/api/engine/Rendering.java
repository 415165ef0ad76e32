package dev.canvelete.api.engine;

import dev.canvelete.api.render.Warning;
import java.util.List;

/**
 * A finished file.
 *
 * @param bytes the file; the caller owns the array
 * @param width in pixels; for a PDF or SVG, the width that it has at 96 dpi
 * @param height in pixels, likewise
 * @param warnings what the engine had to decide for itself
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are the point; nobody compares renderings as values.
public record Rendering(byte[] bytes, int width, int height, List<Warning> warnings) {
    public Rendering {
        warnings = List.copyOf(warnings);
    }
}
