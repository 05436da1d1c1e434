/**
 * The room of the CS-Cart REST API 2.0: users, their usergroups and usergroups; JSON, e-mail address and key as Basic.
 *
 * <p>The wire is spec cscart.md; what is supported stands in src/docs/dialects/cscart.md. Nobody uses this package.
 */
@NullMarked
package io.dragoman.dialect.cscart;

import org.jspecify.annotations.NullMarked;
