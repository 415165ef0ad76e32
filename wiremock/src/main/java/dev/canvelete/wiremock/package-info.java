/** Canvelete Local as an extension of WireMock. */
@NullMarked
package dev.canvelete.wiremock;

import org.jspecify.annotations.NullMarked;
