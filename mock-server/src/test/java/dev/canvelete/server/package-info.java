/** Tests of the service through its public entry points. */
@NullMarked
package dev.canvelete.server;

import org.jspecify.annotations.NullMarked;
