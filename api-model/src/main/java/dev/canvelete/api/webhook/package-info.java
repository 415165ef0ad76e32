/** Webhook events and their signatures. */
@NullMarked
package dev.canvelete.api.webhook;

import org.jspecify.annotations.NullMarked;
