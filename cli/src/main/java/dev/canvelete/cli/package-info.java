/** The {@code canvelete} command. */
@NullMarked
package dev.canvelete.cli;

import org.jspecify.annotations.NullMarked;
