/** The service and its settings: the only place where its parts are put together. */
@NullMarked
package dev.canvelete.server;

import org.jspecify.annotations.NullMarked;
