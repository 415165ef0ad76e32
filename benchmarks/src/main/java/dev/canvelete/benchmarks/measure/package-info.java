/** Measures one way of doing a job beside another. */
@NullMarked
package dev.canvelete.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
