/** The control plane: what a test may do to the service, over HTTP under {@code /__admin} and from Java. */
@NullMarked
package dev.canvelete.server.admin;

import org.jspecify.annotations.NullMarked;
