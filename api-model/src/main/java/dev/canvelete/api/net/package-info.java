/** Which network addresses may be reached. */
@NullMarked
package dev.canvelete.api.net;

import org.jspecify.annotations.NullMarked;
