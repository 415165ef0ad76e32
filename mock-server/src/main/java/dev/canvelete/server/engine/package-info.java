/** Which engine renders, and one that only pretends to. */
@NullMarked
package dev.canvelete.server.engine;

import org.jspecify.annotations.NullMarked;
