package dev.canvelete.render.scene;

import java.awt.geom.Path2D;

/**
 * A painted area.
 *
 * @param path with the winding rule that says what is inside
 */
public record Fill(Path2D path, Paint paint) implements Item {}
