/** Batches and the workers that render them. */
@NullMarked
package dev.canvelete.server.batch;

import org.jspecify.annotations.NullMarked;
