/** Writes scenes as PDF (ISO 32000-2, keeping to what PDF 1.7 has). */
@NullMarked
package dev.canvelete.render.paint.pdf;

import org.jspecify.annotations.NullMarked;
