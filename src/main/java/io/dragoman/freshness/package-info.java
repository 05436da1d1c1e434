/**
 * How old the data of an answer is: told by those who read, shown by those who answer, carried by the request's context.
 *
 * <p>A leaf: whoever serves remembered data writes here, the edge reads.
 */
@NullMarked
package io.dragoman.freshness;

import org.jspecify.annotations.NullMarked;
