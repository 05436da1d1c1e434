/**
 * Whether this process can answer, for those who send requests to it.
 *
 * <p>The store tells how the directory is reached ({@link io.dragoman.health.DirectoryWatch}); nobody else uses it.
 */
@NullMarked
package io.dragoman.health;

import org.jspecify.annotations.NullMarked;
