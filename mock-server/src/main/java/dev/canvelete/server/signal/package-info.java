/** How a thread that stored work wakes the thread that does it. */
@NullMarked
package dev.canvelete.server.signal;

import org.jspecify.annotations.NullMarked;
