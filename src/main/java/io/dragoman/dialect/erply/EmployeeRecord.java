package io.dragoman.dialect.erply;

import io.dragoman.directory.User;
import java.util.List;
import java.util.Objects;

/** A person as Erply's employee, ids as strings but those of warehouses (erply.md 3.5). */
final class EmployeeRecord {

    private EmployeeRecord() {}

    /**
     * @param products whether the products asked for are told of, of which there are none
     * @param detail whether {@code responseMode=detail} was asked for
     */
    static Fields of(User user, boolean products, boolean detail) {
        Fields record = person(user).with(account(user));
        if (products) {
            record.with("productIDs", List.of());
        }
        record.with("attributes", List.of())
                .with("drawerID", 0)
                .with("lastModified", user.audit().updated().getEpochSecond())
                .with("lastModifiedByUserName", user.audit().updatedBy());
        return detail ? record.with(details(user)) : record;
    }

    private static Fields person(User user) {
        String number = Long.toString(Objects.requireNonNull(user.position().employeeNumber(), "no employee"));
        return Fields.of("id", number)
                .with("employeeID", number)
                .with("fullName", fullName(user))
                .with("employeeName", SessionRecord.employeeName(user))
                .with("firstName", user.profile().firstName())
                .with("lastName", user.profile().lastName())
                .with("phone", user.profile().phone())
                .with("mobile", "")
                .with("email", user.profile().email())
                .with("fax", "")
                .with("code", "")
                .with("gender", gender(user.profile().salutation()));
    }

    private static Fields account(User user) {
        Long group = UserRights.group(user);
        return Fields.of("userID", Long.toString(user.numbers().known(ErplyDialect.ID)))
                .with("username", user.login())
                .with("userGroupID", group == null ? "0" : group.toString())
                .with("warehouses", warehouses(user))
                .with("pointsOfSale", "");
    }

    private static List<Fields> warehouses(User user) {
        return user.position().warehouses().stream()
                .map(number -> Fields.of("id", number))
                .toList();
    }

    private static Fields details(User user) {
        return Fields.of("skype", "")
                .with("birthday", "0000-00-00")
                .with("jobTitleID", 0)
                .with("jobTitleName", "")
                .with("notes", "")
                .with("added", user.audit().created().getEpochSecond());
    }

    private static String fullName(User user) {
        String first = user.profile().firstName();
        String last = user.profile().lastName();
        return first.isEmpty() || last.isEmpty() ? last + first : last + ", " + first;
    }

    private static String gender(String salutation) {
        return switch (salutation) {
            case "MR" -> "male";
            case "MRS" -> "female";
            default -> "";
        };
    }
}
