package dev.canvelete.api.render;

import org.jspecify.annotations.Nullable;

/**
 * Something that the renderer had to decide for itself.
 *
 * @param code what kind: {@code MISSING_FONT}, {@code MISSING_GLYPH}, {@code TEXT_OVERFLOW}, {@code UNUSED_DATA},
 *     {@code IMAGE_UPSCALED}
 * @param element the element's id or name or, without either, its place; null when it concerns the whole design
 * @param message for people
 */
public record Warning(String code, @Nullable String element, String message) {}
