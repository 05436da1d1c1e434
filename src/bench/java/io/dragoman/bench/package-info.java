/**
 * The benchmark: the facade as it ships beside a bare server that does the same work with nothing around it, on one
 * PostgreSQL with the same data, driven in turn in one run.
 */
@NullMarked
package io.dragoman.bench;

import org.jspecify.annotations.NullMarked;
