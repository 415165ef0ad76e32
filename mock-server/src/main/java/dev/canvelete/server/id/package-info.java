/** Where ids come from. */
@NullMarked
package dev.canvelete.server.id;

import org.jspecify.annotations.NullMarked;
