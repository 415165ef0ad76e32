/** Images of all formats, decoded to pixels near the size in which they are needed. */
@NullMarked
package dev.canvelete.render.image;

import org.jspecify.annotations.NullMarked;
