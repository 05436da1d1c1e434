package io.dragoman.dialect.cscart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A usergroup as CS-Cart sends it (cscart.md 3.9); all are of administrators.
 *
 * @param privileges told of one that is asked for alone
 */
@JsonPropertyOrder({"usergroup_id", "status", "type", "usergroup", "privileges"})
record CsCartGroup(
        @JsonProperty("usergroup_id") String usergroupId,
        String status,
        String type,
        String usergroup,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> privileges) {

    /** The type of all usergroups there are. */
    static final String ADMINISTRATORS = "A";

    /** The reserved groups, which are no roles, by their numbers. */
    private static final List<String> RESERVED = List.of("All", "Guest", "Registered user");

    static CsCartGroup listed(Role role) {
        return of(role, null);
    }

    static CsCartGroup single(Role role) {
        return of(role, privileges(role.permissions()));
    }

    /** A reserved group, null where the number is of none. */
    static @Nullable CsCartGroup reserved(long number) {
        return number < 0 || number >= RESERVED.size()
                ? null
                : new CsCartGroup(Long.toString(number), "A", "C", RESERVED.get((int) number), null);
    }

    private static CsCartGroup of(Role role, @Nullable List<String> privileges) {
        return new CsCartGroup(
                Long.toString(role.numbers().known(CsCartDialect.ID)),
                status(role.status()),
                ADMINISTRATORS,
                role.name(),
                privileges);
    }

    static String status(RoleStatus status) {
        return switch (status) {
            case ACTIVE -> "A";
            case HIDDEN -> "H";
            case DISABLED -> "D";
        };
    }

    /** The status that a letter is, null for one that is none. */
    static @Nullable RoleStatus status(String letter) {
        return switch (letter) {
            case "A" -> RoleStatus.ACTIVE;
            case "H" -> RoleStatus.HIDDEN;
            case "D" -> RoleStatus.DISABLED;
            default -> null;
        };
    }

    /** What CS-Cart calls what a role may (rights.md, CS-Cart). */
    private static List<String> privileges(Set<Permission> permissions) {
        List<String> privileges = new ArrayList<>();
        if (permissions.contains(Permission.USERS_VIEW)) {
            privileges.add("view_users");
        }
        if (permissions.containsAll(Set.of(Permission.USERS_ADD, Permission.USERS_EDIT, Permission.USERS_DELETE))) {
            privileges.add("manage_users");
        }
        if (permissions.contains(Permission.ROLES_VIEW)) {
            privileges.add("view_usergroups");
        }
        if (permissions.contains(Permission.ROLES_EDIT)) {
            privileges.add("manage_usergroups");
        }
        return privileges;
    }
}
