/** The designs that renders name. */
@NullMarked
package dev.canvelete.server.design;

import org.jspecify.annotations.NullMarked;
