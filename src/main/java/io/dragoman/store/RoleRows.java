package io.dragoman.store;

import io.dragoman.directory.AccountId;
import io.dragoman.directory.Role;
import io.dragoman.directory.RoleId;
import io.dragoman.directory.RoleStatus;
import io.vertx.mutiny.sqlclient.Row;

/** Reads roles: the statements, and what is made of their rows. */
final class RoleRows {

    private static final String SELECT =
            "select d.account_id, d.id, d.numbers, d.name, d.status, array_to_string(d.permissions, ' '),"
                    + " d.created, d.created_by, d.updated, d.updated_by, d.version from role_detail d";

    private static final String OF_SYSTEM = SELECT + " join role_number n on n.account_id = d.account_id"
            + " and n.role_id = d.id where n.account_id = $1 and n.system = $2";

    static final String LIST = OF_SYSTEM + " order by n.number";
    static final String BY_NUMBER = OF_SYSTEM + " and n.number = $3";
    static final String OF_ACCOUNT =
            SELECT + " where d.account_id = $1 and ($2::uuid is null or d.id > $2)" + " order by d.id limit $3";
    static final String BY_ID = SELECT + " where d.account_id = $1 and d.id = $2";

    private RoleRows() {}

    static Role role(Row row) {
        return new Role(
                new AccountId(row.getInteger(0)),
                new RoleId(row.getUUID(1)),
                row.getLong(10),
                Texts.numbers(row.getString(2)),
                row.getString(3),
                RoleStatus.valueOf(row.getString(4)),
                Texts.permissions(row.getString(5)),
                row.getOffsetDateTime(6).toInstant(),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant(),
                row.getString(9));
    }
}
