@NullMarked
package dev.canvelete.server.db;

import org.jspecify.annotations.NullMarked;
