package io.dragoman.store;

import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Permission;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.Vocabulary;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes links of a person's row, and the permissions they give him (rights.md). */
final class LinkRows {

    private LinkRows() {}

    static List<RoleLink> links(Row row) {
        Long @Nullable [] numbers = row.getArrayOfLongs(PersonColumn.LINK_NUMBERS.place());
        if (numbers == null) {
            return List.of();
        }
        UUID primary = row.getUUID(PersonColumn.PRIMARY_ROLE.place());
        UUID[] roles = row.getArrayOfUUIDs(PersonColumn.LINK_ROLES.place());
        String[] names = row.getArrayOfStrings(PersonColumn.LINK_NAMES.place());
        String[] statuses = row.getArrayOfStrings(PersonColumn.LINK_STATUSES.place());
        String[] roleNumbers = row.getArrayOfStrings(PersonColumn.LINK_ROLE_NUMBERS.place());
        List<RoleLink> links = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            links.add(new RoleLink(
                    numbers[i],
                    new RoleId(roles[i]),
                    Texts.numbers(roleNumbers[i]),
                    names[i],
                    LinkStatus.valueOf(statuses[i]),
                    roles[i].equals(primary)));
        }
        return links;
    }

    static Set<Permission> permissions(Row row, List<RoleLink> links) {
        if (row.getBoolean(PersonColumn.ADMIN.place())) {
            return Vocabulary.ALL;
        }
        String[] granted = row.getArrayOfStrings(PersonColumn.GRANTED.place());
        String[] denied = row.getArrayOfStrings(PersonColumn.DENIED.place());
        List<Set<Permission>> ofLinks = ofActive(row, links);
        if (ofLinks.size() == 1 && granted.length == 0 && denied.length == 0) {
            return ofLinks.get(0);
        }
        Set<Permission> permissions = new HashSet<>();
        ofLinks.forEach(permissions::addAll);
        permissions.addAll(Texts.permissions(String.join(" ", granted)));
        permissions.removeAll(Texts.permissions(String.join(" ", denied)));
        return Set.copyOf(permissions);
    }

    private static List<Set<Permission>> ofActive(Row row, List<RoleLink> links) {
        List<Set<Permission>> permissions = new ArrayList<>(links.size());
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).status() == LinkStatus.ACTIVE) {
                permissions.add(Texts.permissions(row.getArrayOfStrings(PersonColumn.LINK_PERMISSIONS.place())[i]));
            }
        }
        return permissions;
    }
}
