package io.dragoman.directory;

/**
 * What a person is called and reached by; empty texts where nothing is known.
 *
 * @param salutation {@code MR}, {@code MRS} or empty
 * @param locale language and country, {@code nl_NL}
 * @param timeZone IANA name, {@code Europe/Amsterdam}
 * @param companyText free text of the profile, not the {@link Company}
 */
public record Profile(
        String firstName,
        String lastName,
        String email,
        String salutation,
        String phone,
        String locale,
        String timeZone,
        String companyText,
        String customField) {}
