/** Names for files that are made of data: safe on every file system, no two alike. */
@NullMarked
package dev.canvelete.client.files;

import org.jspecify.annotations.NullMarked;
