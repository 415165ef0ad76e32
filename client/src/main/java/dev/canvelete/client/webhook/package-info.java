/** Receiving webhooks: verifying their signature, and a small receiver for tests and demonstrations. */
@NullMarked
package dev.canvelete.client.webhook;

import org.jspecify.annotations.NullMarked;
