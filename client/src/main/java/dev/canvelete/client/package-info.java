/** The Java client: batches in, results in order, files out. */
@NullMarked
package dev.canvelete.client;

import org.jspecify.annotations.NullMarked;
