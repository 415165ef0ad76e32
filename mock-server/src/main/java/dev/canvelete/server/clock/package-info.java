/** What time it is for the service, which a test may decide. */
@NullMarked
package dev.canvelete.server.clock;

import org.jspecify.annotations.NullMarked;
