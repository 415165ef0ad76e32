/** The validate command: explains a design. */
@NullMarked
package dev.canvelete.cli.validate;

import org.jspecify.annotations.NullMarked;
