/** The endpoints that accounts register for their webhooks. */
@NullMarked
package dev.canvelete.server.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
