/**
 * The operator's API, {@code /admin/v1}: accounts, people, roles, keys and pictures, as JSON.
 *
 * <p>A room like those of the dialects: the edge brings it requests and hands it every failure to put into words, which
 * here are problem details (RFC 9457). Nobody depends on it but the command line.
 */
@NullMarked
package io.dragoman.admin;

import org.jspecify.annotations.NullMarked;
