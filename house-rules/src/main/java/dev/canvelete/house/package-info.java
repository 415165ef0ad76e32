/** The rules that every module keeps. */
@NullMarked
package dev.canvelete.house;

import org.jspecify.annotations.NullMarked;
