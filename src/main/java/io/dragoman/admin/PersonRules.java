package io.dragoman.admin;

import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Permission;
import io.dragoman.directory.ProfileRules;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Vocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold of a person's document before the directory is asked, all faults told at once. */
@ApplicationScoped
class PersonRules {

    private static final Set<String> KINDS = lowerCase(UserKind.values());
    private static final Set<String> STATUSES = lowerCase(LinkStatus.values());
    private static final Set<String> PERMISSIONS =
            Vocabulary.ALL.stream().map(Permission::toString).collect(Collectors.toUnmodifiableSet());
    private static final int MOST = 1_000;

    /** What is only read, by name. */
    private static final Map<String, Function<PersonDocument, @Nullable Object>> READ_ONLY = Map.of(
            "id", PersonDocument::id,
            "hasPassword", PersonDocument::hasPassword,
            "hasPin", PersonDocument::hasPin,
            "createdBy", PersonDocument::createdBy,
            "updated", PersonDocument::updated,
            "updatedBy", PersonDocument::updatedBy);

    private final Systems systems;

    PersonRules(Systems systems) {
        this.systems = systems;
    }

    /** Throws INVALID where a document cannot be what a person becomes. */
    void check(PersonDocument former, PersonDocument wanted) {
        Faults faults = new Faults();
        READ_ONLY.forEach((name, member) -> checkReadOnly(name, member, former, wanted, faults));
        checkTexts(wanted, faults);
        checkWork(wanted, faults);
        checkRights("granted", wanted.granted(), faults);
        checkRights("denied", wanted.denied(), faults);
        checkLinks(former, wanted, faults);
        wanted.numbers()
                .forEach((system, number) -> faults.unless(systems.has(system), "/numbers/" + system, systems.unknown())
                        .unless(number == null || number > 0, "/numbers/" + system, "less than 1"));
        faults.raise();
    }

    private static void checkReadOnly(
            String name,
            Function<PersonDocument, @Nullable Object> member,
            PersonDocument former,
            PersonDocument wanted,
            Faults faults) {
        Object value = member.apply(wanted);
        faults.unless(value == null || value.equals(member.apply(former)), "/" + name, "read only");
    }

    private static void checkTexts(PersonDocument wanted, Faults faults) {
        faults.unless(isOf(KINDS, wanted.kind()), "/kind", "none of " + KINDS)
                .unless(wanted.login() == null || !wanted.login().isBlank(), "/login", "empty")
                .unless(
                        wanted.salutation() == null || ProfileRules.isSalutation(wanted.salutation()),
                        "/salutation",
                        "neither MR nor MRS nor empty")
                .unless(
                        wanted.locale() == null || ProfileRules.isLocale(wanted.locale()),
                        "/locale",
                        "not language and country, as nl_NL")
                .unless(
                        wanted.timeZone() == null || ProfileRules.isTimeZone(wanted.timeZone()),
                        "/timeZone",
                        "no such time zone");
    }

    private static void checkWork(PersonDocument wanted, Faults faults) {
        Integer discount = wanted.maxDiscount();
        List<Integer> warehouses = wanted.warehouses();
        faults.unless(isPositive(wanted.company()), "/company", "less than 1")
                .unless(isPositive(wanted.packingStation()), "/packingStation", "less than 1")
                .unless(isPositive(wanted.employeeNumber()), "/employeeNumber", "less than 1")
                .unless(discount == null || (discount >= 0 && discount <= 100), "/maxDiscount", "not 0 to 100")
                .unless(
                        warehouses == null
                                || (warehouses.size() <= MOST
                                        && warehouses.stream().allMatch(each -> each != null && each > 0)),
                        "/warehouses",
                        "not a list of at most " + MOST + " numbers from 1 on");
    }

    private static void checkRights(String name, @Nullable List<String> permissions, Faults faults) {
        for (int i = 0; permissions != null && i < permissions.size(); i++) {
            faults.unless(isOf(PERMISSIONS, permissions.get(i)), "/" + name + "/" + i, "no such permission");
        }
    }

    private static void checkLinks(PersonDocument former, PersonDocument wanted, Faults faults) {
        List<LinkDocument> links = wanted.links() == null ? List.of() : wanted.links();
        List<LinkDocument> known = former.links() == null ? List.of() : former.links();
        faults.unless(
                links.stream().map(LinkDocument::role).distinct().count() == links.size(), "/links", "a role twice");
        for (int i = 0; i < links.size(); i++) {
            LinkDocument link = links.get(i);
            faults.unless(link.role() != null, "/links/" + i + "/role", "missing")
                    .unless(
                            link.status() != null && STATUSES.contains(link.status()),
                            "/links/" + i + "/status",
                            "none of " + STATUSES)
                    .unless(link.number() == null || known.contains(link), "/links/" + i + "/number", "read only");
        }
    }

    private static boolean isOf(Set<String> known, @Nullable String value) {
        return value == null || known.contains(value);
    }

    private static boolean isPositive(@Nullable Long number) {
        return number == null || number > 0;
    }

    private static Set<String> lowerCase(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
