/** Finds what draws. */
@NullMarked
package dev.canvelete.cli.engine;

import org.jspecify.annotations.NullMarked;
