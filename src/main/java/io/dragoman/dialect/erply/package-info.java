/**
 * The room of the Erply API as far as it touches users: the calls of {@code /api/} and the reads of {@code /v1}.
 *
 * <p>The wire is spec erply.md; what is supported stands in src/docs/dialects/erply.md. A call is a class that implements
 * {@link io.dragoman.dialect.erply.ErplyCall}. Nobody uses this package.
 */
@NullMarked
package io.dragoman.dialect.erply;

import org.jspecify.annotations.NullMarked;
