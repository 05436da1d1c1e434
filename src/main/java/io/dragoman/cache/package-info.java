/**
 * What was read is remembered in the process, and served only as long as nobody has been heard to change it.
 *
 * <p>The store's caches ask {@link io.dragoman.cache.CoherentCache}, its feed of changes tells
 * {@link io.dragoman.cache.Coherence}, and the edge keeps answers here. Nothing here knows where values come from.
 */
@NullMarked
package io.dragoman.cache;

import org.jspecify.annotations.NullMarked;
