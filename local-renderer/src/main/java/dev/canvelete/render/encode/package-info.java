/** Pixels written as files: PNG, JPEG, WebP. */
@NullMarked
package dev.canvelete.render.encode;

import org.jspecify.annotations.NullMarked;
