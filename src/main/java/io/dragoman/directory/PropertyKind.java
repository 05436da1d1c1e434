package io.dragoman.directory;

/** What a property's values look like. */
public enum PropertyKind {
    LINE,
    TEXT,
    CHECKBOX
}
