/** Writes scenes as SVG, keeping to what both 1.1 and 2 have. */
@NullMarked
package dev.canvelete.render.paint.svg;

import org.jspecify.annotations.NullMarked;
