/** The doctor command: looks whether everything is there. */
@NullMarked
package dev.canvelete.cli.doctor;

import org.jspecify.annotations.NullMarked;
