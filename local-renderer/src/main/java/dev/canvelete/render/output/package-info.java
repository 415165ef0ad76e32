/** From resolved items to a file: which painter, which encoder, and what a batch's records share. */
@NullMarked
package dev.canvelete.render.output;

import org.jspecify.annotations.NullMarked;
