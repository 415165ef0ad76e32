/** What the painters share that write drawings rather than pixels. */
@NullMarked
package dev.canvelete.render.paint.vector;

import org.jspecify.annotations.NullMarked;
