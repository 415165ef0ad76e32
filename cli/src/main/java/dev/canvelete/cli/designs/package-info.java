/** The designs command: list, push, pull, validate. */
@NullMarked
package dev.canvelete.cli.designs;

import org.jspecify.annotations.NullMarked;
