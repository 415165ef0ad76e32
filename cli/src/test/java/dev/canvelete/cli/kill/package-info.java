/** What is left of the service's promises when its processes are killed. */
@NullMarked
package dev.canvelete.cli.kill;

import org.jspecify.annotations.NullMarked;
