/** Font files: reading, matching by CSS's rules, and shaping text with them. */
@NullMarked
package dev.canvelete.render.font;

import org.jspecify.annotations.NullMarked;
