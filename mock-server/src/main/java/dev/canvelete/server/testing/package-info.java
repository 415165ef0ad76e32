/** For tests of applications, with any test framework or none: a world of one's own and a receiver of its webhooks. */
@NullMarked
package dev.canvelete.server.testing;

import org.jspecify.annotations.NullMarked;
