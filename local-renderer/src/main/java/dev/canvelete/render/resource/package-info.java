/** The only place of the renderer that reads files and opens connections, within limits. */
@NullMarked
package dev.canvelete.render.resource;

import org.jspecify.annotations.NullMarked;
