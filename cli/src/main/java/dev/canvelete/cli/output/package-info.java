/** Names and writes files: whole or not at all, safe on every file system, no two alike. */
@NullMarked
package dev.canvelete.cli.output;

import org.jspecify.annotations.NullMarked;
