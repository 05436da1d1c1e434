/**
 * The database a first start brings along: a PostgreSQL of our own, started when, and only when, somebody asks for its
 * address and the operator has configured no other.
 *
 * <p>{@link io.dragoman.embedded.EmbeddedConfigSourceFactory} adds one configuration source, which always answers
 * {@code dragoman.embedded.active}: true when the embedded database is or would be used, false when an external one is
 * configured. Asking starts nothing, and the source outranks every other, so the key cannot contradict what happens. Only
 * while it is true does the source answer {@code dragoman.db.url}, {@code dragoman.db.username} and
 * {@code dragoman.db.password}, and the first of these questions starts the server. It lists no key: a build that walks
 * over all keys must not start a database.
 *
 * <p>Everything lives below {@code dragoman.embedded.dir}: {@code lock} (held by the one process that may use it),
 * {@code binaries-*}, {@code cluster}, {@code password} and {@code postgres.log}. What is unfinished ends in {@code .tmp}
 * and gets its name by an atomic rename, so being killed at any moment leaves a directory the next start can use.
 *
 * <p>Other packages use the configuration keys, never these classes.
 */
@NullMarked
package io.dragoman.embedded;

import org.jspecify.annotations.NullMarked;
