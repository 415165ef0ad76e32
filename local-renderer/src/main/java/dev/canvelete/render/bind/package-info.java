/** Putting a record's data into the JSON of a design. */
@NullMarked
package dev.canvelete.render.bind;

import org.jspecify.annotations.NullMarked;
