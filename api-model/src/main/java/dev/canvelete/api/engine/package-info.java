/** The contract between the service and whatever turns a design into a file. */
@NullMarked
package dev.canvelete.api.engine;

import org.jspecify.annotations.NullMarked;
