@NullMarked
package dev.canvelete.server.health;

import org.jspecify.annotations.NullMarked;
