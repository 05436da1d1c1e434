/**
 * The room of the Picqer REST API v1, read only: {@code /api/v1/users}, JSON, the key as Basic user name.
 *
 * <p>The wire is spec picqer.md; what is supported stands in src/docs/dialects/picqer.md. Nobody uses this package.
 */
@NullMarked
package io.dragoman.dialect.picqer;

import org.jspecify.annotations.NullMarked;
