package io.dragoman.account;

import org.jspecify.annotations.Nullable;

/** An application registered with an account's system; it has a quota of its own, null for the dialect's default. */
public record App(String id, String secretHash, @Nullable Integer quota) {}
