/** The same pictures and documents as anybody would make them with Java2D, ImageIO and PDFBox. */
@NullMarked
package dev.canvelete.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
