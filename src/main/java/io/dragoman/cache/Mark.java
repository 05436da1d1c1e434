package io.dragoman.cache;

/**
 * When somebody began to make something of what is remembered and read, to be kept in turn.
 *
 * @param moment of {@link Epochs}
 * @param begun when that was by {@link System#nanoTime}
 * @param heard whether changes were heard then: else what is remembered may be of before anybody listened
 */
public record Mark(long moment, long begun, boolean heard) {}
