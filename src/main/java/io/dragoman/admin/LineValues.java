package io.dragoman.admin;

import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Permission;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Warehouses;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.RoleName;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a line: each must be of its member's type; null clears what can be without a value. */
final class LineValues {

    private static final Pattern UUIDS = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern ZONELESS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d");

    private static final int ZONELESS_LENGTH = "2015-07-24T10:11:20".length();

    private final LineTokens in;
    private final ZoneId zone;

    /**
     * @param zone in which times are told that do not say where they are
     */
    LineValues(LineTokens in, ZoneId zone) {
        this.in = in;
        this.zone = zone;
    }

    /** The value of a person's own, null where the line does not speak of it after all. */
    @Nullable
    Object value(LineField field) throws IOException {
        boolean none = in.isNull();
        return switch (field) {
            case KIND -> in.constant(UserKind.class);
            case COMPANY, PACKING_STATION, EMPLOYEE_NUMBER -> none ? LineField.NONE : (Object) in.number();
            case MAX_DISCOUNT -> (int) Math.max(-1, Math.min(in.number(), Integer.MAX_VALUE));
            case ACTIVE, ADMIN, ROOT -> in.flag();
            case WAREHOUSES -> none ? Warehouses.ALL : Warehouses.only(warehouses());
            case GRANTED, DENIED -> permissions();
            case CREATED, UPDATED -> time();
            case LAST_LOGIN -> none ? LineField.NEVER : time();
            default -> none ? "" : in.string();
        };
    }

    @Nullable
    UserId id() throws IOException {
        Optional<String> text = in.text();
        if (text.isPresent() && !UUIDS.matcher(text.get()).matches()) {
            throw in.invalid("no UUID");
        }
        return text.map(UUID::fromString).map(UserId::new).orElse(null);
    }

    void numbers(Systems systems, Map<String, Long> numbers) throws IOException {
        if (in.isNull()) {
            return;
        }
        in.requireObject();
        String outer = in.member();
        for (String system = in.nextInner(); system != null; system = in.nextInner()) {
            in.within(outer + "/" + system);
            if (!systems.has(system)) {
                throw in.invalid(systems.unknown());
            }
            if (!in.isNull()) {
                numbers.put(system, in.number());
            }
        }
        in.within(outer);
    }

    /** A role by its name or its numbers; null for null. */
    @Nullable
    RoleName role(Systems systems) throws IOException {
        if (in.isObject()) {
            Map<String, Long> numbers = new HashMap<>();
            numbers(systems, numbers);
            if (numbers.isEmpty()) {
                throw in.invalid("says no number of the role");
            }
            return RoleName.of(numbers);
        }
        return in.text().map(LineValues::roleOf).orElse(null);
    }

    /** A text that is no key is a name. */
    private static RoleName roleOf(String text) {
        return UUIDS.matcher(text).matches() ? RoleName.of(new RoleId(UUID.fromString(text))) : RoleName.of(text);
    }

    LineLink link(Systems systems) throws IOException {
        in.requireObject();
        RoleName role = null;
        LinkStatus status = LinkStatus.ACTIVE;
        Long number = null;
        for (String name = in.nextInner(); name != null; name = in.nextInner()) {
            switch (name) {
                case "role" -> role = role(systems);
                case "status" -> status = in.constant(LinkStatus.class);
                case "number" -> number = in.isNull() ? null : (Long) in.number();
                default -> throw in.invalid("no such member: " + name);
            }
        }
        if (role == null || (number != null && number <= 0)) {
            throw in.invalid("a link has a role, and a number above 0 or none");
        }
        return new LineLink(role, status, number);
    }

    private List<Integer> warehouses() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        in.each(() -> {
            long number = in.number();
            if (number <= 0 || number > Integer.MAX_VALUE) {
                throw in.invalid("no number of a warehouse");
            }
            numbers.add((int) number);
        });
        return numbers;
    }

    private List<Permission> permissions() throws IOException {
        List<Permission> permissions = new ArrayList<>();
        in.each(() -> permissions.add(permission(in.string())));
        return permissions;
    }

    private Permission permission(String text) {
        try {
            return Permission.of(text);
        } catch (IllegalArgumentException e) {
            throw in.invalid("no permission");
        }
    }

    Instant time() throws IOException {
        String text = in.string();
        try {
            return text.length() == ZONELESS_LENGTH && ZONELESS.matcher(text).matches()
                    ? LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw in.invalid("not a time as RFC 3339 writes it");
        }
    }
}
