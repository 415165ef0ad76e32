/**
 * What an account has used, counted from what really happened: a render that completed costs one credit, whatever its
 * format and whether it was drawn or taken from the cache; one that failed or was cancelled costs nothing. Every request
 * with a good key is an API call. Credits and calls are counted by calendar month, in UTC.
 */
@NullMarked
package dev.canvelete.server.usage;

import org.jspecify.annotations.NullMarked;
