/**
 * PostgreSQL behind the ports of {@link io.dragoman.directory} and {@link io.dragoman.account}.
 *
 * <p>Reached through CDI alone. People are read in one statement each time, by the plain client, as a person comes with
 * arrays that an entity would cost a query each; writes and small lookups go through Hibernate.
 */
@NullMarked
package io.dragoman.store;

import org.jspecify.annotations.NullMarked;
