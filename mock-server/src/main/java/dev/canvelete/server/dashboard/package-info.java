/** The page at {@code /}: what happens in the server, for people to look at. */
@NullMarked
package dev.canvelete.server.dashboard;

import org.jspecify.annotations.NullMarked;
