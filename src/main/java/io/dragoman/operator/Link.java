package io.dragoman.operator;

import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.RoleId;

/** A person's link to a role, and the number it has of its own. */
public record Link(RoleId role, LinkStatus status, long number) {}
