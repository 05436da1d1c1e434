package io.dragoman.directory;

/** A tenant's key; the first component of every key, cache key and query. */
public record AccountId(int value) {}
