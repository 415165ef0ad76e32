/** Requests that are done once, however often they come. */
@NullMarked
package dev.canvelete.server.idempotency;

import org.jspecify.annotations.NullMarked;
