package io.dragoman.operator;

/** A company of an account: the number people are of it by, and its name. */
public record Firm(long number, String name, long version) {}
