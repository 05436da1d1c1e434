/**
 * Pictures of people: cut, scaled and drawn off the event loop, a few at a time, whatever was uploaded.
 *
 * <p>Anybody may use {@link io.dragoman.image.Images}; nothing here knows whose picture it is or who asks for it.
 */
@NullMarked
package io.dragoman.image;

import org.jspecify.annotations.NullMarked;
