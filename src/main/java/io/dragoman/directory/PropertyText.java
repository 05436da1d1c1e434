package io.dragoman.directory;

/** A property, by its number, and the text looked for in it. */
public record PropertyText(long property, String text) {}
