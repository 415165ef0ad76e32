/** The outbox of events and its dispatcher. */
@NullMarked
package dev.canvelete.server.webhook;

import org.jspecify.annotations.NullMarked;
