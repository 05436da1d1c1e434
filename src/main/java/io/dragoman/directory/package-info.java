/**
 * The canonical world: people, roles, permissions and the rules that hold in every dialect.
 *
 * <p>Depends on Java, Mutiny and CDI annotations alone. Dialects call {@link io.dragoman.directory.UserDirectory} and
 * {@link io.dragoman.directory.RoleDirectory}; the store implements the ports.
 */
@NullMarked
package io.dragoman.directory;

import org.jspecify.annotations.NullMarked;
