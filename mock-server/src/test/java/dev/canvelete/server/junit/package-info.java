@NullMarked
package dev.canvelete.server.junit;

import org.jspecify.annotations.NullMarked;
