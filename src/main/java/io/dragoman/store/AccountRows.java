package io.dragoman.store;

import io.dragoman.account.Account;
import io.dragoman.directory.AccountId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads accounts: the columns to select, and what is made of a row that holds them from some place on. */
final class AccountRows {

    /** Of an {@code account a}. */
    static final String COLUMNS = "a.id, a.name, a.time_zone,"
            + " array(select s.system from account_name s where s.account_id = a.id order by s.system, s.name),"
            + " array(select s.name from account_name s where s.account_id = a.id order by s.system, s.name),"
            + " array(select q.system from account_quota q where q.account_id = a.id order by q.system),"
            + " array(select q.quota from account_quota q where q.account_id = a.id order by q.system)";

    /** How many there are. */
    static final int COUNT = 7;

    private AccountRows() {}

    static Account account(Row row, int from) {
        return new Account(
                new AccountId(row.getInteger(from)),
                row.getString(from + 1),
                ZoneId.of(row.getString(from + 2)),
                names(row.getArrayOfStrings(from + 3), row.getArrayOfStrings(from + 4)),
                quotas(row.getArrayOfStrings(from + 5), row.getArrayOfIntegers(from + 6)));
    }

    private static Map<String, NavigableSet<String>> names(String[] systems, String[] names) {
        Map<String, NavigableSet<String>> bySystem = new HashMap<>();
        for (int i = 0; i < systems.length; i++) {
            bySystem.computeIfAbsent(systems[i], system -> new TreeSet<>()).add(names[i]);
        }
        return bySystem;
    }

    private static Map<String, Integer> quotas(String[] systems, Integer[] quotas) {
        Map<String, Integer> bySystem = new HashMap<>();
        for (int i = 0; i < systems.length; i++) {
            bySystem.put(systems[i], quotas[i]);
        }
        return bySystem;
    }
}
