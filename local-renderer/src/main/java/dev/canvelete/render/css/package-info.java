/** The parts of CSS that designs use for colours, gradients, positions and shadows. */
@NullMarked
package dev.canvelete.render.css;

import org.jspecify.annotations.NullMarked;
