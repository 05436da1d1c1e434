package io.dragoman.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dragoman.directory.Audit;
import io.dragoman.directory.Permissions;
import io.dragoman.directory.Profile;
import io.dragoman.operator.Person;
import io.dragoman.operator.Work;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as the operator reads and writes him; a member that is missing is at its default. */
@Schema(name = "Person")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonDocument(
        @Schema(readOnly = true) @Nullable UUID id,

        @Schema(
                enumeration = {"staff", "customer", "vendor"},
                defaultValue = "staff")
        @Nullable
        String kind,

        @Schema(description = "Unique in the account; made up where it is not given") @Nullable
        String login,

        @Schema(defaultValue = "true") @Nullable Boolean active,

        @Schema(description = "Holds every permission", defaultValue = "false") @Nullable
        Boolean admin,

        @Schema(description = "The root administrator, whom nobody else may touch", defaultValue = "false") @Nullable
        Boolean root,

        @Nullable String firstName,
        @Nullable String lastName,

        @Schema(description = "Unique in the account") @Nullable
        String email,

        @Schema(enumeration = {"", "MR", "MRS"}) @Nullable String salutation,
        @Nullable String phone,

        @Schema(example = "nl_NL", defaultValue = "en_US") @Nullable
        String locale,

        @Schema(example = "Europe/Amsterdam") @Nullable String timeZone,

        @Schema(description = "Free text of the profile") @Nullable
        String companyText,

        @Nullable String customField,

        @Schema(description = "Number of the company he is of") @Nullable
        Long company,

        @Nullable Long packingStation,

        @Schema(description = "Given out to staff who are given none") @Nullable
        Long employeeNumber,

        @Schema(description = "Largest sales discount, in percent", minimum = "0", maximum = "100") @Nullable
        Integer maxDiscount,

        @Schema(description = "Numbers of the warehouses he may work in; missing: all") @Nullable
        List<Integer> warehouses,

        @Schema(description = "Primary role; staff who are given none get the account's default") @Nullable
        UUID role,

        @Schema(description = "Links to roles, the primary role's among them") @Nullable
        List<LinkDocument> links,

        @Schema(description = "Permissions of his own", example = "[\"users:view\"]") @Nullable
        List<String> granted,

        @Schema(description = "Permissions his roles do not give him") @Nullable
        List<String> denied,

        @Schema(
                description = "The number each system knows him by. Of a new person: null in a system he is not to be"
                        + " known in; given out where it is missing")
        Map<String, @Nullable Long> numbers,

        @Schema(readOnly = true) @Nullable Boolean hasPassword,
        @Schema(readOnly = true) @Nullable Boolean hasPin,
        @Nullable Instant created,
        @Schema(readOnly = true) @Nullable String createdBy,
        @Schema(readOnly = true) @Nullable Instant updated,
        @Schema(readOnly = true) @Nullable String updatedBy,
        @Nullable Instant lastLogin) {

    /** One that says nothing. */
    static final PersonDocument NONE = AdminJson.document(AdminJson.empty(), PersonDocument.class);

    PersonDocument {
        numbers = sorted(numbers);
    }

    static PersonDocument of(Person person) {
        Profile profile = person.profile();
        Work work = person.work();
        Audit audit = person.audit();
        return new PersonDocument(
                person.id().value(),
                person.kind().name().toLowerCase(Locale.ROOT),
                person.login(),
                person.active(),
                person.admin(),
                person.root(),
                profile.firstName(),
                profile.lastName(),
                profile.email(),
                profile.salutation(),
                profile.phone(),
                profile.locale(),
                profile.timeZone(),
                profile.companyText(),
                profile.customField(),
                work.company() == 0 ? null : work.company(),
                work.packingStation(),
                work.employeeNumber(),
                work.maxDiscount(),
                work.warehouses(),
                person.role() == null ? null : person.role().value(),
                person.links().stream().map(LinkDocument::of).toList(),
                Permissions.names(person.granted()),
                Permissions.names(person.denied()),
                new TreeMap<>(person.numbers().bySystem()),
                person.hasPassword(),
                person.hasPin(),
                audit.created(),
                audit.createdBy(),
                audit.updated(),
                audit.updatedBy(),
                audit.lastLogin());
    }

    private static SortedMap<String, @Nullable Long> sorted(@Nullable Map<String, @Nullable Long> numbers) {
        return numbers == null ? new TreeMap<>() : new TreeMap<>(numbers);
    }
}
