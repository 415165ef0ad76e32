@NullMarked
package dev.canvelete.server.artifact;

import org.jspecify.annotations.NullMarked;
