/** Symbols for machines: QR codes and barcodes. */
@NullMarked
package dev.canvelete.render.resolve.code;

import org.jspecify.annotations.NullMarked;
