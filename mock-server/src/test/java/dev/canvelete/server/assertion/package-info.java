@NullMarked
package dev.canvelete.server.assertion;

import org.jspecify.annotations.NullMarked;
