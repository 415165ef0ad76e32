/** HTTP as the client needs it: one small interface, and decorators that each add one thing to it. */
@NullMarked
package dev.canvelete.client.http;

import org.jspecify.annotations.NullMarked;
