/** How the service refuses a request. */
@NullMarked
package dev.canvelete.server.error;

import org.jspecify.annotations.NullMarked;
