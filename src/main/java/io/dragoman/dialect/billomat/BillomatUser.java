package io.dragoman.dialect.billomat;

import io.dragoman.directory.Profile;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Users as Billomat sends them (billomat.md 3.1). */
final class BillomatUser {

    static final String NAME = "user";

    private BillomatUser() {}

    /** A whole user, his moments in his own zone. */
    static Group of(User user, BillomatConfig.Rights rights) {
        Profile profile = user.profile();
        ZoneId zone = zone(profile.timeZone());
        return Group.of(
                NAME,
                id(user),
                Text.moment("created", user.audit().created(), zone),
                Text.moment("updated", user.audit().updated(), zone),
                Text.of("salutation", profile.salutation()),
                Text.of("first_name", profile.firstName()),
                Text.of("last_name", profile.lastName()),
                Text.of("email", profile.email()),
                Text.of("locale", profile.locale()),
                Text.of("timezone", profile.timeZone()),
                Text.of("role_id", roleId(user)),
                new Group("rights", "array", Area.levels(rights, user.permissions())),
                customField(user));
    }

    /** What is sent of a user whose custom field is asked or written (3.6). */
    static Group withCustomField(User user) {
        return Group.of(NAME, id(user), customField(user));
    }

    private static Text id(User user) {
        return Text.integer("id", user.numbers().known(BillomatDialect.ID));
    }

    private static Text customField(User user) {
        return Text.of("customfield", user.profile().customField());
    }

    private static String roleId(User user) {
        RoleLink role = user.primaryRole();
        Long number = role == null ? null : role.role().in(BillomatDialect.ID);
        return number == null ? "" : number.toString();
    }

    /** A zone nobody knows, as other systems let one be written, is as good as none. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
