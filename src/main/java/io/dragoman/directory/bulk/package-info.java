/**
 * Moving many people in and out: lines of a file in, an outcome for each, and everybody out again.
 *
 * <p>The operator's API calls {@link io.dragoman.directory.bulk.PeopleImport} and {@link io.dragoman.directory.bulk.PeopleExport}; the store implements the port.
 */
@NullMarked
package io.dragoman.directory.bulk;

import org.jspecify.annotations.NullMarked;
