/** What every dialect of the API shares: keys, limits, errors, bodies, downloads. */
@NullMarked
package dev.canvelete.server.http;

import org.jspecify.annotations.NullMarked;
