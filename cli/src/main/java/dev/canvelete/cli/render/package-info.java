/** The render command: designs and data to files, offline. */
@NullMarked
package dev.canvelete.cli.render;

import org.jspecify.annotations.NullMarked;
