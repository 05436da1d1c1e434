package io.dragoman.directory;

/** A picture to store of a person: checked, and its bytes not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, written once
public record NewAvatar(String mediaType, int width, int height, byte[] bytes) {}
