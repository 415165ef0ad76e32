/** What is said in the log where nobody has said what shall be. */
@NullMarked
package dev.canvelete.server.logging;

import org.jspecify.annotations.NullMarked;
