package io.dragoman.account;

import io.dragoman.directory.User;

/** A key as it was found, good or not, with its account and the person it belongs to. */
public record KeyHolder(ApiKey key, Account account, User user) {}
