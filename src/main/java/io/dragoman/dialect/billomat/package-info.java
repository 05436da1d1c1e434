/**
 * The room of the Billomat API: {@code /api/users} with avatars and custom fields, {@code /api/roles}, user properties
 * and their values, in XML and JSON.
 *
 * <p>The wire is spec billomat.md; what is supported stands in src/docs/dialects/billomat.md. Nobody uses this package.
 */
@NullMarked
package io.dragoman.dialect.billomat;

import org.jspecify.annotations.NullMarked;
