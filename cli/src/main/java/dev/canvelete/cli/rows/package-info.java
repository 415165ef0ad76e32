/** Works through any number of records in parallel and accounts for each of them in order. */
@NullMarked
package dev.canvelete.cli.rows;

import org.jspecify.annotations.NullMarked;
