/** How services make several changes true together. */
@NullMarked
package dev.canvelete.server.transaction;

import org.jspecify.annotations.NullMarked;
