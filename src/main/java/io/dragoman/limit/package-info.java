/**
 * How much a caller may ask: fixed windows, counted per bucket.
 *
 * <p>The edge takes from a bucket before a request goes on; what the buckets are is each dialect's.
 */
@NullMarked
package io.dragoman.limit;

import org.jspecify.annotations.NullMarked;
