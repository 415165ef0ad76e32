/** Paints a scene as pixels, in plain Java: the same pixels on every machine. */
@NullMarked
package dev.canvelete.render.paint.raster;

import org.jspecify.annotations.NullMarked;
