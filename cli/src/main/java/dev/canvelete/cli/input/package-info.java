/** Reads what a command line names: designs and data. */
@NullMarked
package dev.canvelete.cli.input;

import org.jspecify.annotations.NullMarked;
