/** From bound elements to a scene. */
@NullMarked
package dev.canvelete.render.resolve;

import org.jspecify.annotations.NullMarked;
