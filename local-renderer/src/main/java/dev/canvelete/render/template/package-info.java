/** A design, compiled once, that any number of records are bound to. */
@NullMarked
package dev.canvelete.render.template;

import org.jspecify.annotations.NullMarked;
