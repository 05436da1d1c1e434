package io.dragoman.admin;

import io.dragoman.directory.Attribute;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Links;
import io.dragoman.directory.NumberChange;
import io.dragoman.directory.Permission;
import io.dragoman.directory.Permissions;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserChange;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Warehouses;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the difference between two documents of a person comes to in the directory. */
final class PersonMembers {

    /** A member, the attribute it is, and what becomes of that where the member is taken away. */
    private record Member<T>(
            String name,
            Function<PersonDocument, @Nullable T> value,
            Attribute<T> attribute,
            @Nullable T otherwise,
            boolean optional) {

        private UserChange apply(PersonDocument former, PersonDocument wanted, UserChange change, Faults faults) {
            T before = value.apply(former);
            T after = value.apply(wanted);
            if (Objects.equals(before, after)) {
                return change;
            }
            if (after != null) {
                return change.with(attribute, after);
            }
            faults.unless(optional, "/" + name, "cannot be taken away");
            return otherwise == null ? change.clearing(attribute) : change.with(attribute, otherwise);
        }
    }

    private static final List<Member<?>> ALL = List.of(
            required("kind", PersonMembers::kind, Attribute.KIND),
            required("login", PersonDocument::login, Attribute.LOGIN),
            required("locale", PersonDocument::locale, Attribute.LOCALE),
            required("timeZone", PersonDocument::timeZone, Attribute.TIME_ZONE),
            required("created", PersonDocument::created, Attribute.CREATED),
            optional("active", PersonDocument::active, Attribute.ACTIVE, true),
            optional("admin", PersonDocument::admin, Attribute.ADMIN, false),
            optional("root", PersonDocument::root, Attribute.ROOT, false),
            optional("firstName", PersonDocument::firstName, Attribute.FIRST_NAME, ""),
            optional("lastName", PersonDocument::lastName, Attribute.LAST_NAME, ""),
            optional("email", PersonDocument::email, Attribute.EMAIL, ""),
            optional("salutation", PersonDocument::salutation, Attribute.SALUTATION, ""),
            optional("phone", PersonDocument::phone, Attribute.PHONE, ""),
            optional("companyText", PersonDocument::companyText, Attribute.COMPANY_TEXT, ""),
            optional("customField", PersonDocument::customField, Attribute.CUSTOM_FIELD, ""),
            optional("company", PersonDocument::company, Attribute.COMPANY, 0L),
            optional("packingStation", PersonDocument::packingStation, Attribute.PACKING_STATION, null),
            optional("employeeNumber", PersonDocument::employeeNumber, Attribute.EMPLOYEE_NUMBER, null),
            optional("maxDiscount", PersonDocument::maxDiscount, Attribute.MAX_DISCOUNT, 0),
            optional("warehouses", PersonMembers::warehouses, Attribute.WAREHOUSES, Warehouses.ALL),
            optional("role", PersonMembers::role, Attribute.PRIMARY_ROLE, null),
            optional("links", PersonMembers::links, Attribute.LINKS, new Links(Map.of())),
            optional("granted", person -> permissions(person.granted()), Attribute.GRANTED, new Permissions(Set.of())),
            optional("denied", person -> permissions(person.denied()), Attribute.DENIED, new Permissions(Set.of())),
            optional("lastLogin", PersonDocument::lastLogin, Attribute.LAST_LOGIN, null));

    private PersonMembers() {}

    /** What a person who is made is given. */
    static UserChange initial(PersonDocument wanted) {
        return difference(PersonDocument.NONE, wanted);
    }

    /** What makes one of the other. Throws INVALID where something is taken away that must be there. */
    static UserChange difference(PersonDocument former, PersonDocument wanted) {
        Faults faults = new Faults();
        UserChange change = UserChange.NONE;
        for (Member<?> member : ALL) {
            change = member.apply(former, wanted, change, faults);
        }
        faults.raise();
        NumberChange numbers = numbers(former.numbers(), wanted.numbers());
        return numbers.isEmpty() ? change : change.with(Attribute.NUMBERS, numbers);
    }

    /** What makes one set of numbers of another. */
    static NumberChange numbers(Map<String, @Nullable Long> former, Map<String, @Nullable Long> wanted) {
        Map<String, Long> given = new HashMap<>();
        Set<String> removed = new HashSet<>();
        Set<String> systems = new TreeSet<>(former.keySet());
        systems.addAll(wanted.keySet());
        for (String system : systems) {
            Long after = wanted.get(system);
            if (after == null) {
                removed.add(system);
            } else if (!after.equals(former.get(system))) {
                given.put(system, after);
            }
        }
        return new NumberChange(given, removed);
    }

    private static @Nullable UserKind kind(PersonDocument person) {
        String kind = person.kind();
        return kind == null ? null : UserKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    private static @Nullable RoleId role(PersonDocument person) {
        UUID role = person.role();
        return role == null ? null : new RoleId(role);
    }

    private static @Nullable Warehouses warehouses(PersonDocument person) {
        List<Integer> warehouses = person.warehouses();
        return warehouses == null ? null : Warehouses.only(warehouses);
    }

    private static @Nullable Permissions permissions(@Nullable List<String> names) {
        return names == null
                ? null
                : new Permissions(names.stream().map(Permission::of).collect(Collectors.toSet()));
    }

    private static @Nullable Links links(PersonDocument person) {
        List<LinkDocument> links = person.links();
        if (links == null) {
            return null;
        }
        Map<RoleId, LinkStatus> byRole = new HashMap<>();
        for (LinkDocument link : links) {
            byRole.put(
                    new RoleId(Objects.requireNonNull(link.role())),
                    LinkStatus.valueOf(Objects.requireNonNull(link.status()).toUpperCase(Locale.ROOT)));
        }
        return new Links(byRole);
    }

    private static <T> Member<T> required(
            String name, Function<PersonDocument, @Nullable T> value, Attribute<T> attribute) {
        return new Member<>(name, value, attribute, null, false);
    }

    private static <T> Member<T> optional(
            String name, Function<PersonDocument, @Nullable T> value, Attribute<T> attribute, @Nullable T otherwise) {
        return new Member<>(name, value, attribute, otherwise, true);
    }
}
