/** Where a request works here but the documentation or a published client would disagree. */
@NullMarked
package dev.canvelete.server.compat;

import org.jspecify.annotations.NullMarked;
