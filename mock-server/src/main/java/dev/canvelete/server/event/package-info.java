/** What happened, told to everybody who wants to know. */
@NullMarked
package dev.canvelete.server.event;

import org.jspecify.annotations.NullMarked;
