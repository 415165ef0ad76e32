/** What the service counts and times, for Prometheus. */
@NullMarked
package dev.canvelete.server.metrics;

import org.jspecify.annotations.NullMarked;
