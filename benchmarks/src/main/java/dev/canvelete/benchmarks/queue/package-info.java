/** What the service costs beside the rendering itself. */
@NullMarked
package dev.canvelete.benchmarks.queue;

import org.jspecify.annotations.NullMarked;
