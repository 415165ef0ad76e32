/** Conditions on JSON and on texts, for faults and for searching what was received. */
@NullMarked
package dev.canvelete.server.match;

import org.jspecify.annotations.NullMarked;
