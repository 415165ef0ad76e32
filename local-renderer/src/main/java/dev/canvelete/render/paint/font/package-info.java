/** Font programs cut down to the glyphs that a document uses. */
@NullMarked
package dev.canvelete.render.paint.font;

import org.jspecify.annotations.NullMarked;
