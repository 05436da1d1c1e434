package io.dragoman.directory.bulk;

import io.dragoman.directory.LinkStatus;
import org.jspecify.annotations.Nullable;

/**
 * A link to a role that a line gives.
 *
 * @param number the link's own, null for the next free one
 */
public record LineLink(
        RoleName role, LinkStatus status, @Nullable Long number) {}
