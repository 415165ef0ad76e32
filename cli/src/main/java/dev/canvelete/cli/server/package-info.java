/** Which server a command speaks to. */
@NullMarked
package dev.canvelete.cli.server;

import org.jspecify.annotations.NullMarked;
