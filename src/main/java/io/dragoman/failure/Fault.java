package io.dragoman.failure;

/** One of several values that break rules: the canonical name of the value, and what is wrong with it. */
public record Fault(String field, String detail) {}
