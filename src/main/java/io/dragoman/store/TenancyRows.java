package io.dragoman.store;

import io.dragoman.account.Account;
import io.dragoman.directory.RoleId;
import io.dragoman.operator.Tenancy;
import io.dragoman.operator.TenancySettings;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads accounts for the operator: the statements, and what is made of their rows. */
final class TenancyRows {

    private static final String SELECT = "select " + AccountRows.COLUMNS + ", a.default_role, a.created, a.version,"
            + " array(select w.number from warehouse w where w.account_id = a.id order by w.number) from account a";

    static final String BY_NAME = SELECT + " where a.name = $1";
    static final String BY_ID = SELECT + " where a.id = $1";
    static final String LIST = SELECT + " where $1::integer is null or a.id > $1 order by a.id limit $2";

    private static final int OWN = AccountRows.COUNT;

    private TenancyRows() {}

    static Tenancy tenancy(Row row) {
        Account account = AccountRows.account(row, 0);
        TenancySettings settings = TenancySettings.of(
                account.name(),
                account.zone(),
                role(row.getUUID(OWN)),
                account.names(),
                account.quotas(),
                List.of(row.getArrayOfIntegers(OWN + 3)));
        return new Tenancy(
                account.id(), settings, row.getOffsetDateTime(OWN + 1).toInstant(), row.getLong(OWN + 2));
    }

    private static @Nullable RoleId role(@Nullable UUID id) {
        return id == null ? null : new RoleId(id);
    }
}
