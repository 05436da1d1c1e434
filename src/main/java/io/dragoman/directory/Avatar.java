package io.dragoman.directory;

import java.time.Instant;

/** A person's picture as it was stored: its media type, its bytes (not to be changed) and when it was stored. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, read by one
public record Avatar(String mediaType, byte[] bytes, Instant updated) {}
