/** Whether the service can do its work, and why not. */
@NullMarked
package dev.canvelete.server.health;

import org.jspecify.annotations.NullMarked;
