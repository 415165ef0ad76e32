/** Geometry: boxes with their borders and shadows, and drawn paths. */
@NullMarked
package dev.canvelete.render.resolve.shape;

import org.jspecify.annotations.NullMarked;
