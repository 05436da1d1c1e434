package io.dragoman.admin;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dragoman.account.LineSecrets;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Permission;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Warehouses;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineKey;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.LinePassword;
import io.dragoman.directory.bulk.RoleName;
import io.dragoman.failure.FacadeException;
import io.dragoman.failure.Failure;
import io.dragoman.failure.Kind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a line: each must be of its member's type; null clears what can be without a value. */
final class LineValues {

    private static final Pattern MD5 = Pattern.compile("[0-9A-Fa-f]{32}");
    private static final Pattern UUIDS = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern ZONELESS = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d");
    private static final int LONGEST_KEY = 255;

    private final JsonParser json;
    private final ZoneId zone;
    private String member = "";

    /**
     * @param zone in which times are told that do not say where they are
     */
    LineValues(JsonParser json, ZoneId zone) {
        this.json = json;
        this.zone = zone;
    }

    /** Something that reads one element of a list. */
    interface Element {
        void read() throws IOException;
    }

    void requireStart() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw Failure.of(Kind.INVALID, "not an object").toException();
        }
    }

    void requireEnd() throws IOException {
        if (json.nextToken() != null) {
            throw Failure.of(Kind.MALFORMED, "more than one object in a line").toException();
        }
    }

    /** Goes to the next member and its value; false where there is none. */
    boolean nextMember() throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return false;
        }
        member = json.currentName();
        json.nextToken();
        return true;
    }

    String member() {
        return member;
    }

    /** The value of a person's own, null where the line does not speak of it after all. */
    @Nullable
    Object value(LineField field) throws IOException {
        boolean none = json.currentToken() == JsonToken.VALUE_NULL;
        return switch (field) {
            case KIND -> constant(UserKind.class);
            case COMPANY, PACKING_STATION, EMPLOYEE_NUMBER -> none ? LineField.NONE : (Object) number();
            case MAX_DISCOUNT -> (int) Math.max(-1, Math.min(number(), Integer.MAX_VALUE));
            case ACTIVE, ADMIN, ROOT -> flag();
            case WAREHOUSES -> none ? Warehouses.ALL : Warehouses.only(warehouses());
            case GRANTED, DENIED -> permissions();
            case CREATED, UPDATED -> time();
            case LAST_LOGIN -> none ? LineField.NEVER : time();
            default -> none ? "" : string();
        };
    }

    /** A text, empty for null. */
    Optional<String> text() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(string());
    }

    /** A password in clear or as the md5 a former system has kept of it; null for null. */
    @Nullable
    LinePassword password(LineSecrets.Hasher secrets) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        require(JsonToken.START_OBJECT, "not an object");
        LinePassword password = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "plain" -> password = secrets.password(string());
                case "md5" -> password = secrets.md5(md5());
                default -> throw invalid("no such member: " + name);
            }
        }
        return password;
    }

    private String md5() throws IOException {
        String hex = string();
        if (!MD5.matcher(hex).matches()) {
            throw invalid("not 32 hexadecimal digits");
        }
        return hex;
    }

    /** A PIN, empty for null. */
    Optional<String> pin() throws IOException {
        Optional<String> pin = text();
        if (pin.isPresent() && (pin.get().isEmpty() || pin.get().length() > LONGEST_KEY)) {
            throw invalid("no PIN");
        }
        return pin;
    }

    /** Leaves out what the directory says of itself. */
    void skip() throws IOException {
        json.skipChildren();
    }

    @Nullable
    UserId id() throws IOException {
        Optional<String> text = text();
        if (text.isPresent() && !UUIDS.matcher(text.get()).matches()) {
            throw invalid("no UUID");
        }
        return text.map(UUID::fromString).map(UserId::new).orElse(null);
    }

    void numbers(Systems systems, Map<String, Long> numbers) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(JsonToken.START_OBJECT, "not an object");
        String outer = member;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String system = json.currentName();
            member = outer + "/" + system;
            if (!systems.has(system)) {
                throw invalid(systems.unknown());
            }
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                numbers.put(system, number());
            }
        }
        member = outer;
    }

    /** A role by its name or its numbers; null for null. */
    @Nullable
    RoleName role(Systems systems) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Long> numbers = new HashMap<>();
            numbers(systems, numbers);
            if (numbers.isEmpty()) {
                throw invalid("says no number of the role");
            }
            return RoleName.of(numbers);
        }
        return text().map(LineValues::roleOf).orElse(null);
    }

    /** A text that is no key is a name. */
    private static RoleName roleOf(String text) {
        return UUIDS.matcher(text).matches() ? RoleName.of(new RoleId(UUID.fromString(text))) : RoleName.of(text);
    }

    LineLink link(Systems systems) throws IOException {
        require(JsonToken.START_OBJECT, "not an object");
        RoleName role = null;
        LinkStatus status = LinkStatus.ACTIVE;
        Long number = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "role" -> role = role(systems);
                case "status" -> status = constant(LinkStatus.class);
                case "number" -> number = json.currentToken() == JsonToken.VALUE_NULL ? null : (Long) number();
                default -> throw invalid("no such member: " + name);
            }
        }
        if (role == null || (number != null && number <= 0)) {
            throw invalid("a link has a role, and a number above 0 or none");
        }
        return new LineLink(role, status, number);
    }

    LineKey key(Systems systems, LineSecrets.Hasher secrets) throws IOException {
        require(JsonToken.START_OBJECT, "not an object");
        String system = "";
        String text = "";
        Integer quota = null;
        Instant expires = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            boolean none = json.nextToken() == JsonToken.VALUE_NULL;
            switch (name) {
                case "system" -> system = string();
                case "secret" -> text = string();
                case "quota" ->
                    quota = none ? null : (Integer) (int) Math.max(0, Math.min(number(), Integer.MAX_VALUE));
                case "expires" -> expires = none ? null : time();
                default -> throw invalid("no such member: " + name);
            }
        }
        if (!systems.has(system) || text.isEmpty() || text.length() > LONGEST_KEY || (quota != null && quota == 0)) {
            throw invalid("a key has a system, a secret of at most " + LONGEST_KEY
                    + " characters, and a quota above 0 or none");
        }
        return secrets.key(system, text, quota, expires);
    }

    /** Reads each element of a list; there are none in null. */
    void each(Element element) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        require(JsonToken.START_ARRAY, "not a list");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    FacadeException invalid(String detail) {
        return Failure.ofField(Kind.INVALID, member, detail).toException();
    }

    private List<Integer> warehouses() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        each(() -> {
            long number = number();
            if (number <= 0 || number > Integer.MAX_VALUE) {
                throw invalid("no number of a warehouse");
            }
            numbers.add((int) number);
        });
        return numbers;
    }

    private List<Permission> permissions() throws IOException {
        List<Permission> permissions = new ArrayList<>();
        each(() -> permissions.add(permission(string())));
        return permissions;
    }

    private Permission permission(String text) {
        try {
            return Permission.of(text);
        } catch (IllegalArgumentException e) {
            throw invalid("no permission");
        }
    }

    private <E extends Enum<E>> E constant(Class<E> type) throws IOException {
        try {
            return Enum.valueOf(type, string().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid("is none of the values there can be");
        }
    }

    private Instant time() throws IOException {
        String text = string();
        try {
            return ZONELESS.matcher(text).matches()
                    ? LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid("not a time as RFC 3339 writes it");
        }
    }

    private long number() throws IOException {
        require(JsonToken.VALUE_NUMBER_INT, "not a whole number");
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw invalid("too large a number");
        }
        return json.getLongValue();
    }

    private boolean flag() throws IOException {
        if (!json.currentToken().isBoolean()) {
            throw invalid("neither true nor false");
        }
        return json.getBooleanValue();
    }

    private String string() throws IOException {
        require(JsonToken.VALUE_STRING, "not a text");
        return json.getText();
    }

    private void require(JsonToken token, String otherwise) {
        if (json.currentToken() != token) {
            throw invalid(otherwise);
        }
    }
}
