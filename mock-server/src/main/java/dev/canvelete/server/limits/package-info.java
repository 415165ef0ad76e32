/** How often a key may ask. */
@NullMarked
package dev.canvelete.server.limits;

import org.jspecify.annotations.NullMarked;
