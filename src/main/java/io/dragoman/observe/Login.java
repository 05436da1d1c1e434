package io.dragoman.observe;

/** How a check of a password or PIN ended. */
public enum Login {
    SUCCESS,
    FAILURE,
    /** Not checked, as too many were wrong before. */
    LOCKED
}
