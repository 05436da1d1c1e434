package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.LinkStatus;
import io.dragoman.directory.Permission;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.dragoman.directory.Warehouses;
import io.dragoman.directory.bulk.LineField;
import io.dragoman.directory.bulk.LineLink;
import io.dragoman.directory.bulk.PersonLine;
import io.dragoman.directory.bulk.RoleName;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads everybody of an account, a page after the other by key: no transaction is held open by a slow reader. */
final class BulkExport {

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final int FURTHER = BulkColumn.values().length;

    private static final String SQL = "select " + BulkColumn.TOLD + ", own.numbers, links.names, links.statuses,"
            + " links.link_numbers, (select r.name from role r where r.account_id = p.account_id and r.id = p.primary_role)"
            + " from person p"
            + " cross join lateral (select coalesce(string_agg(n.system || ' ' || n.number, ' '), '') as numbers"
            + " from person_number n where n.account_id = p.account_id and n.person_id = p.id) own"
            + " cross join lateral (select array_agg(r.name order by m.number) as names,"
            + " array_agg(m.status order by m.number) as statuses, array_agg(m.number order by m.number) as link_numbers"
            + " from membership m join role r on r.account_id = m.account_id and r.id = m.role_id"
            + " where m.account_id = p.account_id and m.person_id = p.id) links"
            + " where p.account_id = $1 and p.id > $2 order by p.id limit " + PAGE;

    /** What is the same in a line as in its column. */
    private static final Map<LineField, BulkColumn> PLAIN = Map.ofEntries(
            Map.entry(LineField.LOGIN, BulkColumn.LOGIN),
            Map.entry(LineField.EMAIL, BulkColumn.EMAIL),
            Map.entry(LineField.FIRST_NAME, BulkColumn.FIRST_NAME),
            Map.entry(LineField.LAST_NAME, BulkColumn.LAST_NAME),
            Map.entry(LineField.SALUTATION, BulkColumn.SALUTATION),
            Map.entry(LineField.PHONE, BulkColumn.PHONE),
            Map.entry(LineField.LOCALE, BulkColumn.LOCALE),
            Map.entry(LineField.TIME_ZONE, BulkColumn.TIME_ZONE),
            Map.entry(LineField.COMPANY, BulkColumn.COMPANY_NUMBER),
            Map.entry(LineField.COMPANY_TEXT, BulkColumn.COMPANY_TEXT),
            Map.entry(LineField.CUSTOM_FIELD, BulkColumn.CUSTOM_FIELD),
            Map.entry(LineField.ACTIVE, BulkColumn.ACTIVE),
            Map.entry(LineField.ADMIN, BulkColumn.ADMIN),
            Map.entry(LineField.ROOT, BulkColumn.ROOT),
            Map.entry(LineField.MAX_DISCOUNT, BulkColumn.MAX_DISCOUNT),
            Map.entry(LineField.CREATED_BY, BulkColumn.CREATED_BY),
            Map.entry(LineField.UPDATED_BY, BulkColumn.UPDATED_BY));

    private BulkExport() {}

    static Multi<PersonLine> pages(Statements statements, AccountId account) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(FIRST), last -> page(statements, account, last))
                .whilst(page -> page.size() == PAGE)
                .onItem()
                .disjoint();
    }

    private static Uni<List<PersonLine>> page(Statements statements, AccountId account, AtomicReference<UUID> last) {
        return statements
                .all(SQL, Tuple.of(account.value(), last.get()), BulkExport::line)
                .invoke(page -> page.stream()
                        .reduce((some, later) -> later)
                        .map(PersonLine::id)
                        .map(UserId::value)
                        .ifPresent(last::set));
    }

    private static PersonLine line(Row row) {
        @Nullable Object[] values = BulkColumn.row(row);
        String role = row.getString(FURTHER + 4);
        return new PersonLine(
                0,
                new UserId(row.getUUID(BulkColumn.ID.place())),
                fields(values),
                new TreeMap<>(Texts.numbers(row.getString(FURTHER)).bySystem()),
                role == null ? null : RoleName.of(role),
                links(row),
                List.of(),
                null);
    }

    private static Map<LineField, Object> fields(@Nullable Object[] row) {
        Map<LineField, Object> fields = new EnumMap<>(LineField.class);
        fields.put(LineField.KIND, UserKind.valueOf((String) value(row, BulkColumn.KIND)));
        PLAIN.forEach((field, column) -> fields.put(field, value(row, column)));
        fields.put(LineField.PACKING_STATION, orNone(row[BulkColumn.PACKING_STATION.place()]));
        fields.put(LineField.EMPLOYEE_NUMBER, orNone(row[BulkColumn.EMPLOYEE_NUMBER.place()]));
        fields.put(LineField.WAREHOUSES, warehouses((String) row[BulkColumn.WAREHOUSES.place()]));
        fields.put(LineField.GRANTED, permissions((String) value(row, BulkColumn.GRANTED)));
        fields.put(LineField.DENIED, permissions((String) value(row, BulkColumn.DENIED)));
        fields.put(LineField.CREATED, ((OffsetDateTime) value(row, BulkColumn.CREATED)).toInstant());
        fields.put(LineField.UPDATED, ((OffsetDateTime) value(row, BulkColumn.UPDATED)).toInstant());
        OffsetDateTime login = (OffsetDateTime) row[BulkColumn.LAST_LOGIN.place()];
        fields.put(LineField.LAST_LOGIN, login == null ? LineField.NEVER : login.toInstant());
        return fields;
    }

    private static List<LineLink> links(Row row) {
        String @Nullable [] names = row.getArrayOfStrings(FURTHER + 1);
        if (names == null) {
            return List.of();
        }
        String[] statuses = row.getArrayOfStrings(FURTHER + 2);
        Long[] numbers = row.getArrayOfLongs(FURTHER + 3);
        List<LineLink> links = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            links.add(new LineLink(RoleName.of(names[i]), LinkStatus.valueOf(statuses[i]), numbers[i]));
        }
        return links;
    }

    private static Object orNone(@Nullable Object number) {
        return number == null ? LineField.NONE : number;
    }

    private static Warehouses warehouses(@Nullable String numbers) {
        return numbers == null
                ? Warehouses.ALL
                : Warehouses.only(words(numbers).map(Integer::valueOf).toList());
    }

    private static List<Permission> permissions(String permissions) {
        return words(permissions).map(Permission::of).toList();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }

    private static Object value(@Nullable Object[] row, BulkColumn column) {
        return Objects.requireNonNull(row[column.place()]);
    }
}
