@NullMarked
package dev.canvelete.server.artifact.s3;

import org.jspecify.annotations.NullMarked;
