/** The one JSON mapper. */
@NullMarked
package dev.canvelete.api.json;

import org.jspecify.annotations.NullMarked;
