/** Everything that is stored in the database; the only package that knows Jdbi. */
@NullMarked
package dev.canvelete.server.db;

import org.jspecify.annotations.NullMarked;
