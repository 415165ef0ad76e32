/** The documents that describe the dialects. */
@NullMarked
package dev.canvelete.server.http.openapi;

import org.jspecify.annotations.NullMarked;
