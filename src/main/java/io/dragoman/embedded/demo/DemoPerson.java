package io.dragoman.embedded.demo;

import static java.util.Objects.requireNonNullElse;

import io.dragoman.directory.UserKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person as the files in {@code demo/} write him; what they leave out is filled in here.
 *
 * @param employee the employee number
 * @param role the primary role's name; those without one are customers
 * @param avatar whether he has {@link DemoPicture the picture}
 */
record DemoPerson(
        String login,
        Map<String, Long> numbers,
        @Nullable Long employee,
        String firstName,
        String lastName,
        String email,
        String salutation,
        String phone,
        String locale,
        String timeZone,
        Employer company,
        @Nullable String role,
        boolean admin,
        boolean root,
        boolean inactive,
        int maxDiscount,
        @Nullable Long packingStation,
        boolean avatar,
        Instant created,
        Instant updated,
        @Nullable Instant lastLogin,
        @Nullable String password,
        @Nullable String pin) {

    /** Where a person works: the number of one of the account's companies, 0 for none, and the profile's text. */
    record Employer(long number, String text) {}

    DemoPerson {
        numbers = Map.copyOf(numbers);
        salutation = requireNonNullElse(salutation, "");
        phone = requireNonNullElse(phone, "");
        locale = requireNonNullElse(locale, "en_US");
        timeZone = requireNonNullElse(timeZone, "UTC");
        company = requireNonNullElse(company, new Employer(0, ""));
    }

    UserKind kind() {
        return role == null ? UserKind.CUSTOMER : UserKind.STAFF;
    }
}
