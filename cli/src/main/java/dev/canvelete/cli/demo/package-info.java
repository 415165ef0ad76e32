/** The demonstration: the whole service, used once for real, and every step of it checked. */
@NullMarked
package dev.canvelete.cli.demo;

import org.jspecify.annotations.NullMarked;
