/** A drawing with everything resolved: a few kinds of items, in painting order. */
@NullMarked
package dev.canvelete.render.scene;

import org.jspecify.annotations.NullMarked;
