/** Designs as the editor writes them, and their elements, typed. */
@NullMarked
package dev.canvelete.api.design;

import org.jspecify.annotations.NullMarked;
