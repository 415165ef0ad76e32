/** Who asks, under which plan, with which key, and what that key may do. */
@NullMarked
package dev.canvelete.server.account;

import org.jspecify.annotations.NullMarked;
