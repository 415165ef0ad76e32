/** The webhooks command: listen, replay. */
@NullMarked
package dev.canvelete.cli.webhooks;

import org.jspecify.annotations.NullMarked;
