/** What an account pays: plausible numbers of our own, worked out from its plan, its age and its purchases. */
@NullMarked
package dev.canvelete.server.billing;

import org.jspecify.annotations.NullMarked;
