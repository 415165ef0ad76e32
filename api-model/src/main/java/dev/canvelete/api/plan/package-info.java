/** The plans and their limits. */
@NullMarked
package dev.canvelete.api.plan;

import org.jspecify.annotations.NullMarked;
