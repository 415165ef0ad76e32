/** The batch command: rows of data rendered by a server. */
@NullMarked
package dev.canvelete.cli.batch;

import org.jspecify.annotations.NullMarked;
