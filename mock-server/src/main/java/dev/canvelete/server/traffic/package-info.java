/** What every request to the API passes before any dialect sees it: the journal, hints, and faults of HTTP. */
@NullMarked
package dev.canvelete.server.traffic;

import org.jspecify.annotations.NullMarked;
