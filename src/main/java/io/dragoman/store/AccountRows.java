package io.dragoman.store;

import io.dragoman.account.Account;
import io.dragoman.directory.AccountId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Reads accounts: the columns to select, and what is made of a row that holds them from some place on. */
final class AccountRows {

    /** Of an {@code account a}. */
    static final String COLUMNS = "a.id, a.name, a.time_zone,"
            + " array(select s.system from account_name s where s.account_id = a.id order by s.system, s.name desc),"
            + " array(select s.name from account_name s where s.account_id = a.id order by s.system, s.name desc),"
            + " array(select q.system from account_quota q where q.account_id = a.id order by q.system),"
            + " array(select q.quota from account_quota q where q.account_id = a.id order by q.system)";

    private AccountRows() {}

    static Account account(Row row, int from) {
        return new Account(
                new AccountId(row.getInteger(from)),
                row.getString(from + 1),
                ZoneId.of(row.getString(from + 2)),
                map(row.getArrayOfStrings(from + 3), row.getArrayOfStrings(from + 4)),
                map(row.getArrayOfStrings(from + 5), row.getArrayOfIntegers(from + 6)));
    }

    /** Of several values of one key, the last counts. */
    private static <T> Map<String, T> map(String[] keys, T[] values) {
        Map<String, T> map = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            map.put(keys[i], values[i]);
        }
        return map;
    }
}
