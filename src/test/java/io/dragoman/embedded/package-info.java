/** The embedded database, started for real in folders of the tests' own. */
@NullMarked
package io.dragoman.embedded;

import org.jspecify.annotations.NullMarked;
