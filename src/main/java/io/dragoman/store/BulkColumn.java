package io.dragoman.store;

import io.vertx.mutiny.sqlclient.Row;
import java.lang.reflect.Array;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of {@code person} that are written in bulk; a row is an array with a value for each, in their order. */
enum BulkColumn {
    ID(UUID.class),
    KIND(String.class),
    LOGIN(String.class),
    FOLDED_LOGIN(String.class),
    EMAIL(String.class),
    FOLDED_EMAIL(String.class),
    FIRST_NAME(String.class),
    FOLDED_FIRST_NAME(String.class),
    LAST_NAME(String.class),
    FOLDED_LAST_NAME(String.class),
    SALUTATION(String.class),
    PHONE(String.class),
    LOCALE(String.class),
    TIME_ZONE(String.class),
    COMPANY_NUMBER(Long.class),
    COMPANY_TEXT(String.class),
    FOLDED_COMPANY_TEXT(String.class),
    CUSTOM_FIELD(String.class),
    FOLDED_CUSTOM_FIELD(String.class),
    ACTIVE(Boolean.class),
    ADMIN(Boolean.class),
    ROOT(Boolean.class),
    PACKING_STATION(Long.class),
    EMPLOYEE_NUMBER(Long.class),
    MAX_DISCOUNT(Integer.class),
    /** Numbers parted by spaces, null for all: arrays cannot hold arrays of several lengths. */
    WAREHOUSES(String.class, "integer[]"),
    PRIMARY_ROLE(UUID.class),
    /** Permissions parted by spaces. */
    GRANTED(String.class, "text[]"),
    /** Permissions parted by spaces. */
    DENIED(String.class, "text[]"),
    PASSWORD(String.class),
    PIN(String.class),
    CREDENTIAL_VERSION(Integer.class),
    CREATED(OffsetDateTime.class),
    CREATED_BY(String.class),
    UPDATED(OffsetDateTime.class),
    UPDATED_BY(String.class),
    LAST_LOGIN(OffsetDateTime.class);

    private static final String FROM_ARRAYS = Stream.of(values())
            .map(column -> "cast($" + (column.place() + 2) + " as " + column.sqlType() + "[])")
            .collect(Collectors.joining(", ", " from unnest(", ") v (" + listed(BulkColumn::word) + ")"));

    /** Adds people; parameter 1 is the account, the others are the columns' arrays. */
    static final String INSERT = "insert into person (account_id, " + listed(BulkColumn::word) + ") select $1, "
            + listed(BulkColumn::taken) + FROM_ARRAYS;

    /** Changes people, with the same parameters. */
    static final String UPDATE = "update person p set version = p.version + 1, "
            + listed(column -> column.word() + " = " + column.taken()) + FROM_ARRAYS
            + " where p.account_id = $1 and p.id = v.id";

    /** The columns of a {@code person p}, to select. */
    static final String SELECTED = listed(BulkColumn::given);

    private static final Set<BulkColumn> UNTOLD = EnumSet.of(
            FOLDED_LOGIN,
            FOLDED_EMAIL,
            FOLDED_FIRST_NAME,
            FOLDED_LAST_NAME,
            FOLDED_COMPANY_TEXT,
            FOLDED_CUSTOM_FIELD,
            PASSWORD,
            PIN,
            CREDENTIAL_VERSION);

    /** The same with nothing in place of what is told nobody. */
    static final String TOLD = listed(column -> UNTOLD.contains(column) ? column.nothing() : column.given());

    private final Class<?> type;
    private final @Nullable String list;

    BulkColumn(Class<?> type) {
        this(type, null);
    }

    BulkColumn(Class<?> type, @Nullable String list) {
        this.type = type;
        this.list = list;
    }

    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the columns
    int place() {
        return ordinal();
    }

    /** The column's values in many rows, as the driver takes them. */
    Object of(List<@Nullable Object[]> rows) {
        @Nullable Object[] array = (Object[]) Array.newInstance(type, rows.size());
        for (int i = 0; i < array.length; i++) {
            array[i] = rows.get(i)[place()];
        }
        return array;
    }

    /** A row of what {@link #SELECTED} says. */
    static @Nullable Object[] row(Row selected) {
        @Nullable Object[] row = new Object[values().length];
        for (BulkColumn column : values()) {
            row[column.place()] = selected.get(column.type, column.place());
        }
        return row;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the column is written from {@code v}. */
    private String taken() {
        String value = "v." + word();
        return list == null ? value : "cast(string_to_array(" + value + ", ' ') as " + list + ")";
    }

    /** How the column is read from {@code p}. */
    private String given() {
        String value = "p." + word();
        return list == null ? value : "array_to_string(" + value + ", ' ')";
    }

    private String nothing() {
        return "cast(null as " + sqlType() + ")";
    }

    private String sqlType() {
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == Long.class) {
            return "bigint";
        }
        if (type == Integer.class) {
            return "integer";
        }
        if (type == Boolean.class) {
            return "boolean";
        }
        return type == OffsetDateTime.class ? "timestamptz" : "text";
    }

    private static String listed(Function<BulkColumn, String> part) {
        return Stream.of(values()).map(part).collect(Collectors.joining(", "));
    }
}
