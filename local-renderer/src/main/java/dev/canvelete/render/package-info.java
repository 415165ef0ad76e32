/** The local renderer: draws designs offline. {@link dev.canvelete.render.LocalRenderEngine} is where to begin. */
@NullMarked
package dev.canvelete.render;

import org.jspecify.annotations.NullMarked;
