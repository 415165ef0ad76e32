/** A decoder of JPEG files (ITU-T T.81): baseline and progressive, with the same pixels on every machine. */
@NullMarked
package dev.canvelete.render.image.jpeg;

import org.jspecify.annotations.NullMarked;
