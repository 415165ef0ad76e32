/** The dialect of the service's documentation, under {@code /v1}. */
@NullMarked
package dev.canvelete.server.http.documented;

import org.jspecify.annotations.NullMarked;
