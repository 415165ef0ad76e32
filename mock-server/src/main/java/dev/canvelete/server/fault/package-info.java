/** What a test lets go wrong: faults as values, scenarios of several steps, and what puts them into effect. */
@NullMarked
package dev.canvelete.server.fault;

import org.jspecify.annotations.NullMarked;
