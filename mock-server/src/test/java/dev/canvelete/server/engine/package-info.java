/** Tests of the placeholder engine. */
@NullMarked
package dev.canvelete.server.engine;

import org.jspecify.annotations.NullMarked;
