/** How long a test waits for the first server of its JVM. */
@NullMarked
package dev.canvelete.benchmarks.start;

import org.jspecify.annotations.NullMarked;
