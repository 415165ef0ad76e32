/** JMH benchmarks. */
@NullMarked
package dev.canvelete.benchmarks;

import org.jspecify.annotations.NullMarked;
