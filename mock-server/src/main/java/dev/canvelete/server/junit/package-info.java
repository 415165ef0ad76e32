/** The extension for JUnit 5 and 6. */
@NullMarked
package dev.canvelete.server.junit;

import org.jspecify.annotations.NullMarked;
