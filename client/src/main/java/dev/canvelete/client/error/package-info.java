/** What can go wrong with a call: one exception for each kind, all of them a {@code CanveleteException}. */
@NullMarked
package dev.canvelete.client.error;

import org.jspecify.annotations.NullMarked;
