/** Measures how fast files are made here. */
@NullMarked
package dev.canvelete.cli.bench;

import org.jspecify.annotations.NullMarked;
