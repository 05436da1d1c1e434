package io.dragoman.admin;

/** Marks the resources of the operator's API, so that all its routes are known. */
interface AdminResource {}
