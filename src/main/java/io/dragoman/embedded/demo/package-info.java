/**
 * The demo data of a first start: made-up accounts whose keys and passwords are public.
 *
 * <p>Nobody uses this package; it acts at start-up, and only where {@code dragoman.demo} says so. Here, as in the
 * configuration, legacy systems are called by name.
 */
@NullMarked
package io.dragoman.embedded.demo;

import org.jspecify.annotations.NullMarked;
