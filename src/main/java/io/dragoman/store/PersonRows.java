package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Audit;
import io.dragoman.directory.Company;
import io.dragoman.directory.Position;
import io.dragoman.directory.Profile;
import io.dragoman.directory.RoleLink;
import io.dragoman.directory.User;
import io.dragoman.directory.UserId;
import io.dragoman.directory.UserKind;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes people of rows that begin with the columns of {@link PersonColumn}. */
final class PersonRows {

    private PersonRows() {}

    static User user(Row row) {
        List<RoleLink> links = LinkRows.links(row);
        return new User(
                new AccountId(row.getInteger(PersonColumn.ACCOUNT_ID.place())),
                new UserId(row.getUUID(PersonColumn.ID.place())),
                number(row, PersonColumn.VERSION),
                Texts.numbers(text(row, PersonColumn.NUMBERS)),
                UserKind.valueOf(text(row, PersonColumn.KIND)),
                text(row, PersonColumn.LOGIN),
                flag(row, PersonColumn.ACTIVE),
                flag(row, PersonColumn.ADMIN),
                flag(row, PersonColumn.ROOT),
                profile(row),
                position(row),
                links,
                LinkRows.permissions(row, links),
                row.getInteger(PersonColumn.CREDENTIAL_VERSION.place()),
                audit(row));
    }

    private static Profile profile(Row row) {
        return new Profile(
                text(row, PersonColumn.FIRST_NAME),
                text(row, PersonColumn.LAST_NAME),
                text(row, PersonColumn.EMAIL),
                text(row, PersonColumn.SALUTATION),
                text(row, PersonColumn.PHONE),
                text(row, PersonColumn.LOCALE),
                text(row, PersonColumn.TIME_ZONE),
                text(row, PersonColumn.COMPANY_TEXT),
                text(row, PersonColumn.CUSTOM_FIELD));
    }

    private static Position position(Row row) {
        return new Position(
                company(row),
                row.getLong(PersonColumn.PACKING_STATION.place()),
                row.getLong(PersonColumn.EMPLOYEE_NUMBER.place()),
                row.getInteger(PersonColumn.MAX_DISCOUNT.place()),
                List.of(row.getArrayOfIntegers(PersonColumn.ALLOWED_WAREHOUSES.place())),
                flag(row, PersonColumn.RESTRICTED));
    }

    private static Company company(Row row) {
        long number = number(row, PersonColumn.COMPANY_NUMBER);
        return number == 0 ? Company.NONE : new Company(number, row.getString(PersonColumn.COMPANY_NAME.place()));
    }

    private static Audit audit(Row row) {
        return new Audit(
                row.getOffsetDateTime(PersonColumn.CREATED.place()).toInstant(),
                text(row, PersonColumn.CREATED_BY),
                row.getOffsetDateTime(PersonColumn.UPDATED.place()).toInstant(),
                text(row, PersonColumn.UPDATED_BY),
                instant(row.getOffsetDateTime(PersonColumn.LAST_LOGIN.place())));
    }

    private static String text(Row row, PersonColumn column) {
        return row.getString(column.place());
    }

    private static long number(Row row, PersonColumn column) {
        return row.getLong(column.place());
    }

    private static boolean flag(Row row, PersonColumn column) {
        return row.getBoolean(column.place());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
