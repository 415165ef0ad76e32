@NullMarked
package dev.canvelete.server.webhook;

import org.jspecify.annotations.NullMarked;
