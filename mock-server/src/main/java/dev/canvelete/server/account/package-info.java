/** Who asks, and under which plan. */
@NullMarked
package dev.canvelete.server.account;

import org.jspecify.annotations.NullMarked;
