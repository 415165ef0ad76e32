@NullMarked
package dev.canvelete.server.logging;

import org.jspecify.annotations.NullMarked;
