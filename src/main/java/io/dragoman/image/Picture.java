package io.dragoman.image;

/** What a picture turned out to be: its media type and how large it is. */
public record Picture(String mediaType, int width, int height) {}
