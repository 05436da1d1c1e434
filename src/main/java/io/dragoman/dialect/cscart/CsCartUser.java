package io.dragoman.dialect.cscart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dragoman.directory.Company;
import io.dragoman.directory.Profile;
import io.dragoman.directory.User;
import io.dragoman.directory.UserKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as CS-Cart sends him: texts alone, as its database gives them (cscart.md 3.1).
 *
 * @param lastLogin sent by later releases alone
 */
@JsonPropertyOrder({
    "user_id",
    "user_login",
    "is_root",
    "timestamp",
    "user_type",
    "status",
    "firstname",
    "lastname",
    "email",
    "company",
    "company_id",
    "phone",
    "last_login",
    "company_name"
})
record CsCartUser(
        @JsonProperty("user_id") String userId,
        @JsonProperty("user_login") String userLogin,
        @JsonProperty("is_root") String isRoot,
        String timestamp,
        @JsonProperty("user_type") String userType,
        String status,
        String firstname,
        String lastname,
        String email,
        String company,
        @JsonProperty("company_id") String companyId,
        String phone,

        @JsonProperty("last_login") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String lastLogin,

        @JsonProperty("company_name") @Nullable String companyName) {

    static CsCartUser of(User user, boolean withLastLogin) {
        Profile profile = user.profile();
        Company company = user.position().company();
        return new CsCartUser(
                number(user),
                user.login(),
                user.root() ? "Y" : "N",
                seconds(user.audit().created()),
                type(user.kind()),
                user.active() ? "A" : "D",
                profile.firstName(),
                profile.lastName(),
                profile.email(),
                profile.companyText(),
                Long.toString(company.number()),
                profile.phone(),
                withLastLogin ? seconds(user.audit().lastLogin()) : null,
                company.name());
    }

    static String number(User user) {
        return Long.toString(user.numbers().known(CsCartDialect.ID));
    }

    static String type(UserKind kind) {
        return switch (kind) {
            case STAFF -> "A";
            case CUSTOMER -> "C";
            case VENDOR -> "V";
        };
    }

    /** The kind that a type is, null for a type that is none. */
    static @Nullable UserKind kind(String type) {
        return switch (type) {
            case "A" -> UserKind.STAFF;
            case "C" -> UserKind.CUSTOMER;
            case "V" -> UserKind.VENDOR;
            default -> null;
        };
    }

    private static String seconds(@Nullable Instant instant) {
        return instant == null ? "0" : Long.toString(instant.getEpochSecond());
    }
}
