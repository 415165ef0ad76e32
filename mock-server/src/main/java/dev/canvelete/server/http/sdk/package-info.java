/** The dialect that the service's published clients speak, under {@code /api}. */
@NullMarked
package dev.canvelete.server.http.sdk;

import org.jspecify.annotations.NullMarked;
