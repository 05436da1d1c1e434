package io.dragoman.directory;

import java.util.Map;

/** All roles a person is to be linked to, and how each link stands; the primary role's is there in any case. */
public record Links(Map<RoleId, LinkStatus> byRole) {

    public Links {
        byRole = Map.copyOf(byRole);
    }
}
