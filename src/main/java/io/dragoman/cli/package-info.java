/**
 * The command line: what an operator does to a running facade over its API, and the migration of the schema.
 *
 * <p>Commands know the facade by HTTP alone, so that they start at once and work from another machine.
 */
@NullMarked
package io.dragoman.cli;

import org.jspecify.annotations.NullMarked;
