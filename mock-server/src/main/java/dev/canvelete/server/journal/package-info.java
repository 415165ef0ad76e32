/** What the service was asked and what it answered, for tests and people to look up. */
@NullMarked
package dev.canvelete.server.journal;

import org.jspecify.annotations.NullMarked;
