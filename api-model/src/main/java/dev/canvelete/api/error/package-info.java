/** The errors that the service answers with. */
@NullMarked
package dev.canvelete.api.error;

import org.jspecify.annotations.NullMarked;
