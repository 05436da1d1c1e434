/**
 * HTTP, as far as the dialects share it: who claims a request, who is let in, how failures get into the caller's words.
 *
 * <p>A dialect implements {@link io.dragoman.edge.Dialect}; nothing here names one.
 */
@NullMarked
package io.dragoman.edge;

import org.jspecify.annotations.NullMarked;
