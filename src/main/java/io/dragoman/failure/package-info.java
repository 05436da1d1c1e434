/** What can go wrong, in one vocabulary that every dialect answers in its own words. Plain Java; anybody may use it. */
@NullMarked
package io.dragoman.failure;

import org.jspecify.annotations.NullMarked;
