package io.dragoman.store;

import io.dragoman.directory.CaseFolding;
import io.dragoman.directory.Permission;
import io.dragoman.directory.PinHash;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Warehouses;
import io.dragoman.directory.bulk.LineField;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person's row on its way to be written: as it is, or as new people's are, and what a line makes of it. */
final class BulkRow {

    private final @Nullable Object[] values;

    private BulkRow(@Nullable Object[] values) {
        this.values = values;
    }

    /** The row of somebody who is there. */
    static BulkRow of(@Nullable Object[] values) {
        return new BulkRow(values.clone());
    }

    /** The row of somebody new, with the defaults of the table. */
    static BulkRow fresh(UUID id, UserKind kind, String login, String timeZone, Instant now, String by) {
        BulkRow row = new BulkRow(new Object[BulkColumn.values().length]);
        Arrays.fill(row.values, BulkColumn.LOGIN.place(), BulkColumn.ACTIVE.place(), "");
        row.set(BulkColumn.ID, id);
        row.set(BulkColumn.KIND, kind.name());
        row.text(BulkColumn.LOGIN, BulkColumn.FOLDED_LOGIN, login);
        row.set(BulkColumn.LOCALE, "en_US");
        row.set(BulkColumn.TIME_ZONE, timeZone);
        row.set(BulkColumn.COMPANY_NUMBER, 0L);
        row.set(BulkColumn.ACTIVE, true);
        row.set(BulkColumn.ADMIN, false);
        row.set(BulkColumn.ROOT, false);
        row.set(BulkColumn.MAX_DISCOUNT, 0);
        row.set(BulkColumn.GRANTED, "");
        row.set(BulkColumn.DENIED, "");
        row.set(BulkColumn.CREDENTIAL_VERSION, 0);
        row.set(BulkColumn.CREATED, time(now));
        row.set(BulkColumn.CREATED_BY, by);
        row.set(BulkColumn.UPDATED_BY, by);
        return row;
    }

    @Nullable
    Object[] values() {
        return values;
    }

    boolean is(@Nullable Object[] others) {
        return Arrays.equals(values, others);
    }

    @Nullable
    Object get(BulkColumn column) {
        return values[column.place()];
    }

    void set(BulkColumn column, @Nullable Object value) {
        values[column.place()] = value;
    }

    /** Writes a value of a line. */
    void write(LineField field, Object value) {
        switch (field) {
            case KIND -> set(BulkColumn.KIND, ((UserKind) value).name());
            case LOGIN -> text(BulkColumn.LOGIN, BulkColumn.FOLDED_LOGIN, value);
            case EMAIL -> text(BulkColumn.EMAIL, BulkColumn.FOLDED_EMAIL, value);
            case FIRST_NAME -> text(BulkColumn.FIRST_NAME, BulkColumn.FOLDED_FIRST_NAME, value);
            case LAST_NAME -> text(BulkColumn.LAST_NAME, BulkColumn.FOLDED_LAST_NAME, value);
            case SALUTATION -> set(BulkColumn.SALUTATION, value);
            case PHONE -> set(BulkColumn.PHONE, value);
            case LOCALE -> set(BulkColumn.LOCALE, value);
            case TIME_ZONE -> set(BulkColumn.TIME_ZONE, value);
            case COMPANY -> set(BulkColumn.COMPANY_NUMBER, value);
            case COMPANY_TEXT -> text(BulkColumn.COMPANY_TEXT, BulkColumn.FOLDED_COMPANY_TEXT, value);
            case CUSTOM_FIELD -> text(BulkColumn.CUSTOM_FIELD, BulkColumn.FOLDED_CUSTOM_FIELD, value);
            case ACTIVE -> set(BulkColumn.ACTIVE, value);
            case ADMIN -> set(BulkColumn.ADMIN, value);
            case ROOT -> set(BulkColumn.ROOT, value);
            case PACKING_STATION -> set(BulkColumn.PACKING_STATION, orNull(value));
            case EMPLOYEE_NUMBER -> set(BulkColumn.EMPLOYEE_NUMBER, orNull(value));
            case MAX_DISCOUNT -> set(BulkColumn.MAX_DISCOUNT, value);
            case WAREHOUSES -> set(BulkColumn.WAREHOUSES, warehouses((Warehouses) value));
            case GRANTED -> set(BulkColumn.GRANTED, permissions((List<?>) value));
            case DENIED -> set(BulkColumn.DENIED, permissions((List<?>) value));
            case PIN -> set(BulkColumn.PIN, ((PinHash) value).hex());
            case CREATED -> set(BulkColumn.CREATED, time((Instant) value));
            case CREATED_BY -> set(BulkColumn.CREATED_BY, value);
            case UPDATED -> set(BulkColumn.UPDATED, time((Instant) value));
            case UPDATED_BY -> set(BulkColumn.UPDATED_BY, value);
            case LAST_LOGIN -> set(BulkColumn.LAST_LOGIN, value.equals(LineField.NEVER) ? null : time((Instant) value));
        }
    }

    /** A new password makes what was made under the old one invalid. */
    void password(String hash) {
        set(BulkColumn.PASSWORD, hash);
        set(BulkColumn.CREDENTIAL_VERSION, (Integer) Objects.requireNonNull(get(BulkColumn.CREDENTIAL_VERSION)) + 1);
    }

    /** To the precision in which it is kept, so that what is given again equals what is there. */
    static OffsetDateTime time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private void text(BulkColumn column, BulkColumn folded, Object text) {
        set(column, text);
        set(folded, CaseFolding.fold((String) text));
    }

    private static @Nullable Object orNull(Object number) {
        return number.equals(LineField.NONE) ? null : number;
    }

    private static @Nullable String warehouses(Warehouses allowed) {
        return allowed.restricted()
                ? allowed.numbers().stream()
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" "))
                : null;
    }

    private static String permissions(List<?> permissions) {
        return permissions.stream()
                .map(permission -> ((Permission) permission).toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
