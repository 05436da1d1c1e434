package io.dragoman.dialect.picqer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dragoman.directory.Profile;
import io.dragoman.directory.User;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user as Picqer sends him (picqer.md 3.1).
 *
 * @param rights in single and me alone, left out of lists
 */
@JsonPropertyOrder({
    "iduser",
    "idpacking_station",
    "username",
    "firstname",
    "lastname",
    "first_name",
    "last_name",
    "emailaddress",
    "language",
    "admin",
    "active",
    "last_login_at",
    "created_at",
    "updated_at",
    "rights"
})
record PicqerUser(
        long iduser,
        @JsonProperty("idpacking_station") @Nullable Long packingStation,
        String username,
        String firstname,
        String lastname,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        String emailaddress,
        String language,
        boolean admin,
        boolean active,
        @JsonProperty("last_login_at") @Nullable String lastLoginAt,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("updated_at") String updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PicqerRight> rights) {

    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** A user of a list, his dates in the account's zone. */
    static PicqerUser listed(User user, ZoneId zone) {
        return of(user, zone, null);
    }

    /** A user asked for alone, with his rights. */
    static PicqerUser single(User user, ZoneId zone) {
        return of(user, zone, PicqerRight.of(user));
    }

    private static PicqerUser of(User user, ZoneId zone, @Nullable List<PicqerRight> rights) {
        Profile profile = user.profile();
        Instant lastLogin = user.audit().lastLogin();
        return new PicqerUser(
                user.numbers().known(PicqerDialect.ID),
                user.position().packingStation(),
                user.login(),
                profile.firstName(),
                profile.lastName(),
                profile.firstName(),
                profile.lastName(),
                profile.email(),
                language(profile.locale()),
                user.admin(),
                user.active(),
                lastLogin == null ? null : wallClock(lastLogin, zone),
                wallClock(user.audit().created(), zone),
                wallClock(user.audit().updated(), zone),
                rights);
    }

    private static String language(String locale) {
        int underscore = locale.indexOf('_');
        return underscore < 0 ? locale : locale.substring(0, underscore);
    }

    private static String wallClock(Instant instant, ZoneId zone) {
        return WALL_CLOCK.format(instant.atZone(zone));
    }
}
