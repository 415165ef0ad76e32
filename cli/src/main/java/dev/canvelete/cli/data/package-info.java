/** Reads records from CSV, JSON and JSON lines, one at a time. */
@NullMarked
package dev.canvelete.cli.data;

import org.jspecify.annotations.NullMarked;
