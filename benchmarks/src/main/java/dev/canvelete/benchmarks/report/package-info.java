/** What was measured, as a table, a page and a file to compare with. */
@NullMarked
package dev.canvelete.benchmarks.report;

import org.jspecify.annotations.NullMarked;
