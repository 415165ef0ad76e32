/** Requests to render and what comes back. */
@NullMarked
package dev.canvelete.api.render;

import org.jspecify.annotations.NullMarked;
