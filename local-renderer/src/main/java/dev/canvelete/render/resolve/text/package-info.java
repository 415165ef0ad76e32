/** Text: from an element to glyphs at their places, by CSS's rules as Chromium applies them. */
@NullMarked
package dev.canvelete.render.resolve.text;

import org.jspecify.annotations.NullMarked;
