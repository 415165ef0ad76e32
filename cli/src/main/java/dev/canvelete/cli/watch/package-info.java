/** The watch command: a design redrawn whenever it changes. */
@NullMarked
package dev.canvelete.cli.watch;

import org.jspecify.annotations.NullMarked;
