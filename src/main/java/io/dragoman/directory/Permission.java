package io.dragoman.directory;

import java.util.Objects;

/** One thing one may do: {@code resource:action} of the vocabulary in rights.md. */
public record Permission(String resource, String action) {

    public static final Permission USERS_VIEW = new Permission("users", "view");
    public static final Permission USERS_ADD = new Permission("users", "add");
    public static final Permission USERS_EDIT = new Permission("users", "edit");
    public static final Permission USERS_DELETE = new Permission("users", "delete");
    public static final Permission ROLES_VIEW = new Permission("roles", "view");
    public static final Permission ROLES_ADD = new Permission("roles", "add");
    public static final Permission ROLES_EDIT = new Permission("roles", "edit");
    public static final Permission ROLES_DELETE = new Permission("roles", "delete");

    public Permission {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(action, "action");
    }

    /** Reads {@code resource:action}; throws IllegalArgumentException for anything else. */
    public static Permission of(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new IllegalArgumentException("not resource:action: " + text);
        }
        return new Permission(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return resource + ":" + action;
    }
}
