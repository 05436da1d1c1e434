/**
 * What those see who run the facade: numbers of requests and failures, and a line in the access log for each request.
 *
 * <p>The edge tells what happens; other rooms may count here too. Labels are closed sets: nothing a caller chooses
 * becomes one.
 */
@NullMarked
package io.dragoman.observe;

import org.jspecify.annotations.NullMarked;
