/** What accounts have uploaded, and the pictures and icons that the service offers to everybody. */
@NullMarked
package dev.canvelete.server.asset;

import org.jspecify.annotations.NullMarked;
