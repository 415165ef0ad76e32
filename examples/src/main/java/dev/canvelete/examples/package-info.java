/** An application that uses the service, to show how it is tested. */
@NullMarked
package dev.canvelete.examples;

import org.jspecify.annotations.NullMarked;
