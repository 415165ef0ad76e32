/** What commands read from and write to, so that a test can be their terminal. */
@NullMarked
package dev.canvelete.cli.console;

import org.jspecify.annotations.NullMarked;
