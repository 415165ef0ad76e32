@NullMarked
package dev.canvelete.server.clock;

import org.jspecify.annotations.NullMarked;
