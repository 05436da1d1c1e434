package io.dragoman.directory;

/** What a person is to the account. */
public enum UserKind {
    STAFF,
    CUSTOMER,
    VENDOR
}
