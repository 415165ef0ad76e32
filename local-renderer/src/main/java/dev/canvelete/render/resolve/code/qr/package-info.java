/**
 * QR codes (ISO/IEC 18004): {@link dev.canvelete.render.resolve.code.qr.QrEncoder} is the entry. The numbers of clauses,
 * tables and annexes in this package are those of the standard's edition of 2015.
 */
@NullMarked
package dev.canvelete.render.resolve.code.qr;

import org.jspecify.annotations.NullMarked;
