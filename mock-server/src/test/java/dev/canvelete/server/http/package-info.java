@NullMarked
package dev.canvelete.server.http;

import org.jspecify.annotations.NullMarked;
