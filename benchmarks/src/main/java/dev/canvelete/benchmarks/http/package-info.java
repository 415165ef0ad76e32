/** A batch through client, server, workers and webhook. */
@NullMarked
package dev.canvelete.benchmarks.http;

import org.jspecify.annotations.NullMarked;
