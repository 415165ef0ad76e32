/** What is measured: designs, and records that differ as a real batch's do. */
@NullMarked
package dev.canvelete.benchmarks.work;

import org.jspecify.annotations.NullMarked;
